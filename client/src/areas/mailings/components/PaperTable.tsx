import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Reply } from '../../../api/call.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { WhereItIs } from '../../../parts/WhereItIs.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';

type Paper = Reply<'get /mailings/{id}/documents'>['items'][number];

/** A paper a line: whose it is, what became of it, where it is. */
export function PaperTable({ papers }: { papers: Paper[] }) {
  const { t } = useTranslation('mailings');
  const { may } = useSession();
  const columns: Column<Paper>[] = [
    {
      key: 'code',
      head: t('papers.code'),
      width: 1.3,
      cell: ({ code, runNumber }) => (
        <>
          <Code code={code} link={may('documents.read')} />
          <Second>{t('papers.run', { run: runNumber })}</Second>
        </>
      ),
    },
    {
      key: 'customer',
      head: t('papers.customer'),
      width: 1.4,
      cell: ({ customer: { id, name, ref, city } }) => (
        <>
          {may('dossiers.read') ? <Link to={paths.customer(id)}>{name}</Link> : name}
          <Second>{[ref, city].filter(Boolean).join(', ')}</Second>
        </>
      ),
    },
    {
      key: 'status',
      head: t('papers.status'),
      width: 1.2,
      cell: (paper) => (
        <>
          <b>{paper.words.headline}</b>
          <Second>{paper.words.details.join('. ')}</Second>
          <SetAside of={paper} short />
        </>
      ),
    },
    {
      key: 'place',
      head: t('papers.place'),
      width: 1.6,
      cell: ({ place }) => <WhereItIs place={place} linkLast={may('places.read')} />,
    },
  ];
  return <Table caption={t('papers.caption')} columns={columns} rows={papers} rowKey={({ code }) => code} />;
}
