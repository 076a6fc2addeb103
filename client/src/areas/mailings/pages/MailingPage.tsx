import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates } from '../../../app/session.ts';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { mailingQuery, moves } from '../api.ts';
import { Bars } from '../components/Bars.tsx';
import { Figures } from '../components/Figures.tsx';
import { MailingActions } from '../components/MailingActions.tsx';
import { Overdue } from '../components/Overdue.tsx';
import { Issuing, Marking } from '../components/Progress.tsx';
import { useNumbers } from '../components/use-numbers.ts';
import { stageOf } from '../figures.ts';

export default function MailingPage() {
  const { t } = useTranslation(['mailings', 'common']);
  const { id = '' } = useParams();
  const problems = useProblemText();
  const mailing = useQuery(mailingQuery(id));
  const above = { path: paths.mailings, title: t('mailings:list.title') };
  if (isProblem(mailing.error, 'not-found') || isProblem(mailing.error, 'invalid-request')) {
    return <Page title={t('mailings:detail.notFound')} above={above} lead={t('common:problem.not-found')} />;
  }
  if (!mailing.data) {
    return (
      <Page title={t('common:page.mailing')} above={above}>
        {mailing.error ? (
          <Failed
            text={problems.reading(mailing.error)}
            again={t('common:list.again')}
            onAgain={() => void mailing.refetch()}
          />
        ) : (
          <Loading text={t('common:list.loading')} />
        )}
      </Page>
    );
  }
  return <Known key={id} mailing={mailing.data} />;
}

function Known({ mailing }: { mailing: MailingDetailView }) {
  const { t } = useTranslation('mailings');
  const dates = useDates();
  const lead = useLead(mailing);
  const stage = stageOf(mailing);
  return (
    <Page
      title={mailing.name}
      above={{ path: paths.mailings, title: t('list.title') }}
      lead={lead}
      actions={<MailingActions mailing={mailing} />}
    >
      {stage === 'issuing' && <Issuing mailing={mailing} />}
      {stage === 'cancelled' && <Notice title={t('cancelledText')} />}
      {stage === 'closed' && (
        <Notice title={t('closedText', { day: dates.day(mailing.closedAt ?? mailing.createdAt) })} />
      )}
      {stage === 'mailed' && moves(mailing) && <Marking mailing={mailing} />}
      <Figures mailing={mailing} />
      {mailing.figures.mailed > 0 && <Bars mailing={mailing} />}
      {stage === 'to-mail' && <p className="lines">{t('detail.nothingMailed')}</p>}
      <Overdue mailing={mailing} />
    </Page>
  );
}

/** "Coupon, answer expected by 5 March 2027. Issued by Ruben Stolwijk on 12 February 2027." */
function useLead({ documentType, expectedBy, createdBy, createdAt }: MailingDetailView): string {
  const { t } = useTranslation('mailings');
  const dates = useDates();
  const numbers = useNumbers();
  const type = documentType.name;
  const what = expectedBy
    ? t('detail.typeExpected', { type, day: numbers.day(expectedBy) })
    : t('detail.typeOnly', { type });
  const day = dates.day(createdAt);
  const who = createdBy ? t('detail.issuedBy', { name: createdBy.name, day }) : t('detail.issuedOn', { day });
  return `${what} ${who}`;
}
