import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ImportResult } from '../../../../../shared/contracts/customers.ts';
import { call } from '../../../api/call.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Loading, Notice } from '../../../ui/Notice.tsx';
import { keys } from '../api.ts';
import { ColumnsHelp } from '../components/ColumnsHelp.tsx';
import { FileChooser } from '../components/FileChooser.tsx';
import { ImportFigures } from '../components/ImportFigures.tsx';
import { ImportJob } from '../components/ImportJob.tsx';
import { ImportRefused } from '../components/ImportRefused.tsx';

interface Sent {
  file: File;
  dryRun: boolean;
}

/** First what would happen, then the import; a large file goes on as a job, whose id stands in the address. */
export default function ImportCustomersPage() {
  const { t } = useTranslation('customers');
  const [search, setSearch] = useSearchParams();
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: ({ file, dryRun }: Sent) =>
      call('post /customers/import', { query: { dryRun: String(dryRun) }, body: file }),
    onSuccess: (reply, { dryRun }) => {
      if (!dryRun) queries.removeQueries({ queryKey: keys.customers });
      if ('job' in reply) setSearch({ job: reply.job, ...(dryRun && { check: '1' }) });
    },
  });
  const job = search.get('job');
  const file = send.variables?.file;
  const begin = (chosen: File) => {
    setSearch({});
    send.mutate({ file: chosen, dryRun: true });
  };
  const again = () => {
    setSearch({});
    send.reset();
  };
  const preview = (result: ImportResult) => (
    <Preview
      result={result}
      file={file}
      onImport={() => file && send.mutate({ file, dryRun: false })}
      onFile={begin}
      onAgain={again}
    />
  );
  const done = (result: ImportResult) => <Done result={result} onAgain={again} />;

  function content() {
    if (send.isPending) {
      const words = { file: file?.name };
      return (
        <>
          <Loading
            text={send.variables?.dryRun ? t('import.checking', words) : t('import.importing', words)}
          />
          <p className="note">{t('import.doNotLeave')}</p>
        </>
      );
    }
    if (send.error) {
      return (
        <>
          <ImportRefused error={send.error} />
          <FileChooser onFile={begin} />
        </>
      );
    }
    if (job) {
      const dryRun = search.get('check') !== null;
      return (
        <ImportJob key={job} id={job} dryRun={dryRun} actions={<Another onAgain={again} />}>
          {dryRun ? preview : done}
        </ImportJob>
      );
    }
    if (!send.data || 'job' in send.data) return <FileChooser onFile={begin} />;
    return send.variables.dryRun ? preview(send.data) : done(send.data);
  }

  const choosing = !job && !send.data;
  return (
    <Page
      title={t('import.title')}
      above={{ path: paths.customers, title: t('list.title') }}
      lead={choosing ? t('import.lead') : undefined}
      aside={choosing ? <ColumnsHelp /> : undefined}
    >
      {content()}
    </Page>
  );
}

function Another({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <Actions>
      <Button onClick={onAgain}>{t('import.another')}</Button>
    </Actions>
  );
}

interface PreviewProps {
  result: ImportResult;
  /** Gone where somebody came back to the page later. */
  file: File | undefined;
  onImport: () => void;
  onFile: (file: File) => void;
  onAgain: () => void;
}

function Preview({ result, file, onImport, onFile, onAgain }: PreviewProps) {
  const { t } = useTranslation('customers');
  const count = result.created + result.updated;
  return (
    <>
      <h2>{file ? t('import.previewTitle', { file: file.name }) : t('import.previewTitleLater')}</h2>
      {file ? (
        <Actions>
          {count > 0 ? (
            <Button look="primary" onClick={onImport}>
              {t('import.go', { count })}
            </Button>
          ) : (
            <p>{t('import.goNone')}</p>
          )}
          <Button look="quiet" onClick={onAgain}>
            {t('import.another')}
          </Button>
        </Actions>
      ) : (
        <>
          <p>{t('import.chooseAgain')}</p>
          <FileChooser onFile={onFile} />
        </>
      )}
      <ImportFigures result={result} />
      <p className="note">{t('import.missingStay')}</p>
    </>
  );
}

function Done({ result, onAgain }: { result: ImportResult; onAgain: () => void }) {
  const { t } = useTranslation('customers');
  return (
    <>
      <Notice kind="done" title={t('import.doneTitle')} />
      <Actions>
        <LinkButton to={paths.customers} look="primary">
          {t('import.toDossiers')}
        </LinkButton>
        <Button look="quiet" onClick={onAgain}>
          {t('import.another')}
        </Button>
      </Actions>
      <ImportFigures result={result} />
    </>
  );
}
