import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { mailingQuery } from '../api.ts';
import { Advice } from '../components/Advice.tsx';
import { Asked } from '../components/Asked.tsx';
import styles from '../components/labels.module.css';
import { PagePreview } from '../components/PagePreview.tsx';
import { PrintButton } from '../components/PrintButton.tsx';
import { SheetFields } from '../components/SheetFields.tsx';
import { WhichPapers } from '../components/WhichPapers.tsx';
import { rangeOf } from '../papers-choice.ts';
import { useSheet } from '../use-sheet.ts';

export default function MailingLabelsPage() {
  const { t } = useTranslation('common');
  const { id = '' } = useParams();
  const mailing = useQuery(mailingQuery(id));
  if (mailing.data) return <Known key={id} mailing={mailing.data} />;
  const above = { path: paths.mailings, title: t('page.mailings') };
  return <Asked title={t('page.mailingLabels')} above={above} query={mailing} />;
}

function Known({ mailing: { id, name, papers, state } }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('labels');
  const { sheet, change } = useSheet();
  const [choice, setChoice] = useState({ which: 'part-0', run: '' });
  const [withName, setWithName] = useState(false);
  const above = { path: paths.mailing(id), title: name };
  if (state !== 'issued') {
    return (
      <Page title={t('mailing.title')} above={above}>
        <Notice title={t(`mailing.${state}`)} />
      </Page>
    );
  }
  const range = rangeOf(choice, papers);
  const query = { ...sheet, ...range, name: withName };
  return (
    <Page
      title={t('mailing.title')}
      above={above}
      lead={t('mailing.lead')}
      aside={<PagePreview printed={range && { path: '/mailings/{id}/labels', params: { id }, query }} />}
    >
      <div className={styles.fields}>
        {papers > 1 && <WhichPapers papers={papers} choice={choice} onChange={setChoice} />}
        <SheetFields sheet={sheet} onChange={change} />
        <div onChange={(event) => setWithName((event.target as HTMLInputElement).checked)}>
          <Choices
            kind="checkbox"
            name="name"
            label={t('name.label')}
            choices={[{ value: 'name', label: t('name.with'), hint: t('name.hint') }]}
          />
        </div>
        <Advice />
        <div role="status" className={styles.said}>
          {!range && <Notice title={t('papers.runMissing', { papers })} />}
        </div>
        {range && (
          <PrintButton
            path="/mailings/{id}/labels.pdf"
            params={{ id }}
            query={query}
            name={range.from === range.to ? `labels-${range.from}` : `labels-${range.from}-${range.to}`}
          >
            {t('print.save', { count: range.to - range.from + 1 })}
          </PrintButton>
        )}
      </div>
    </Page>
  );
}
