import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page, Section } from '../../../app/Page.tsx';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { documentTypesQuery } from '../api.ts';
import styles from '../components/labels.module.css';
import { PagePreview } from '../components/PagePreview.tsx';
import { PrintButton } from '../components/PrintButton.tsx';
import { SheetFields, TemplateField } from '../components/SheetFields.tsx';
import { useSheet } from '../use-sheet.ts';

/** What belongs to no mailing and no place: the sheet beside the scanner, and the page that tries the printer out. */
export default function LabelsPage() {
  const { t } = useTranslation(['labels', 'common']);
  const { sheet, change } = useSheet();
  const [types, setTypes] = useState<readonly string[]>([]);
  const { template, dpi } = sheet;
  const query = { dpi, types: types.join(',') || undefined };
  return (
    <Page
      title={t('labels:sheets.title')}
      lead={t('labels:sheets.lead')}
      aside={
        <PagePreview
          printed={{ path: '/labels/commands', params: {}, query }}
          title={t('labels:preview.commands')}
          text={t('labels:preview.plain')}
        />
      }
    >
      <Section title={t('labels:printer.title')}>
        <div className={styles.fields}>
          <SheetFields sheet={sheet} onChange={change} printerOnly />
        </div>
      </Section>
      <Section title={t('labels:commands.title')}>
        <div className={styles.fields}>
          <p className="lines">{t('labels:commands.text')}</p>
          <TypeChoices chosen={types} onChange={setTypes} />
          <PrintButton path="/labels/commands.pdf" query={query} name="commands">
            {t('labels:commands.save')}
          </PrintButton>
        </div>
      </Section>
      <Section title={t('labels:test.title')}>
        <div className={styles.fields}>
          <p className="lines">{t('labels:test.text')}</p>
          <TemplateField sheet={sheet} onChange={change} />
          <PrintButton
            path="/labels/test-page.pdf"
            query={{ template, dpi }}
            name="test-page"
            look="secondary"
          >
            {t('labels:test.save')}
          </PrintButton>
        </div>
      </Section>
    </Page>
  );
}

interface TypeChoicesProps {
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
}

/** The document types whose moments stand on the sheet, in the order of the types. */
function TypeChoices({ chosen, onChange }: TypeChoicesProps) {
  const { t } = useTranslation(['labels', 'common']);
  const problems = useProblemText();
  const asked = useQuery(documentTypesQuery);
  const known = asked.data?.items ?? [];
  const take = ({ value, checked }: HTMLInputElement) =>
    onChange(known.map(({ key }) => key).filter((key) => (key === value ? checked : chosen.includes(key))));
  return (
    <>
      {asked.error && (
        <Failed
          text={problems.reading(asked.error)}
          again={t('common:list.again')}
          onAgain={() => void asked.refetch()}
        />
      )}
      {asked.isPending && <Loading text={t('common:list.loading')} />}
      {known.length > 0 && (
        <div onChange={(event) => take(event.target as HTMLInputElement)}>
          <Choices
            kind="checkbox"
            name="types"
            label={t('labels:commands.types')}
            hint={t('labels:commands.typesHint')}
            choices={known.map(({ key, name }) => ({ value: key, label: name }))}
            chosen={chosen}
          />
        </div>
      )}
    </>
  );
}
