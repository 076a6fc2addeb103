import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { documentTypesQuery } from '../api.ts';
import { IssueForm, type Recipients } from '../components/IssueForm.tsx';
import { Preview } from '../components/Preview.tsx';

export default function AddMailingPage() {
  const { t } = useTranslation(['mailings', 'common']);
  const problems = useProblemText();
  const types = useQuery(documentTypesQuery);
  const [recipients, setRecipients] = useState<Recipients>({ all: true, references: { refs: [] } });
  const customers = useMemo(() => {
    if (recipients.all) return { all: true as const };
    const { refs } = recipients.references;
    return refs.length > 0 ? { refs } : undefined;
  }, [recipients]);
  return (
    <Page
      title={t('common:page.addMailing')}
      above={{ path: paths.mailings, title: t('mailings:list.title') }}
      aside={types.data && <Preview customers={customers} documentType={types.data.items[0]?.key} />}
    >
      {types.data ? (
        <IssueForm types={types.data.items} recipients={recipients} onRecipients={setRecipients} />
      ) : types.error ? (
        <Failed
          text={problems.reading(types.error)}
          again={t('common:list.again')}
          onAgain={() => void types.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}
