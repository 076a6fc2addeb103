import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { paths } from '../../../app/paths.ts';
import { useDates } from '../../../app/session.ts';
import { Meter } from '../../../ui/Meter.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { answerVariable, stageOf } from '../figures.ts';
import type { Figure } from '../paper-filter.ts';
import { NumberLink } from './NumberLink.tsx';
import { useNumbers } from './use-numbers.ts';

type Row = MailingDetailView;

/** A mailing a line: what it is, how far it has come, what came back. */
export function MailingTable({ mailings }: { mailings: Row[] }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  const number = ({ id }: Row, only: Figure, count: number) => (
    <NumberLink mailing={id} filter={{ only }} count={count} />
  );
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t('head.name'),
      width: 2.4,
      cell: ({ id, name, documentType }) => (
        <>
          <Link to={paths.mailing(id)}>{name}</Link>
          <Second>{documentType.name}</Second>
        </>
      ),
    },
    {
      key: 'issued',
      head: t('head.issued'),
      atRight: true,
      cell: (row) => number(row, 'issued', row.figures.issued),
    },
    {
      key: 'mailed',
      head: t('head.mailed'),
      atRight: true,
      cell: (row) => number(row, 'mailed', row.figures.mailed),
    },
    { key: 'answered', head: t('head.answered'), atRight: true, cell: (row) => <Answered mailing={row} /> },
    {
      key: 'undeliverable',
      head: t('head.undeliverable'),
      atRight: true,
      cell: (row) => (
        <>
          {number(row, 'undeliverable', row.figures.undeliverable)}
          <Second>
            {row.figures.undeliverable > 0 && numbers.share(row.figures.undeliverable, row.figures.mailed)}
          </Second>
        </>
      ),
    },
    {
      key: 'expectedBy',
      head: t('head.expectedBy'),
      atRight: true,
      width: 1.5,
      cell: (row) => <ExpectedBy mailing={row} />,
    },
    { key: 'state', head: t('head.state'), width: 1.5, cell: (row) => <State mailing={row} /> },
  ];
  return <Table caption={t('list.caption')} columns={columns} rows={mailings} rowKey={({ id }) => id} />;
}

function Answered({ mailing: { id, figures } }: { mailing: Row }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  if (answerVariable(figures) === undefined) return <Second>{t('noAnswer')}</Second>;
  return (
    <>
      <NumberLink mailing={id} filter={{ only: 'answered' }} count={figures.answered} />
      <Second>{numbers.share(figures.answered, figures.mailed)}</Second>
    </>
  );
}

function ExpectedBy({ mailing: { id, expectedBy, figures } }: { mailing: Row }) {
  const { t } = useTranslation('mailings');
  const numbers = useNumbers();
  if (expectedBy === null) return '–';
  return (
    <>
      {numbers.day(expectedBy)}
      {figures.overdue > 0 && (
        <Second>
          <NumberLink mailing={id} filter={{ only: 'overdue' }} count={figures.overdue}>
            {t('overdueCount', { amount: figures.overdue })}
          </NumberLink>
        </Second>
      )}
    </>
  );
}

function State({ mailing }: { mailing: Row }) {
  const { t } = useTranslation('mailings');
  const dates = useDates();
  const stage = stageOf(mailing);
  const since = { mailed: mailing.mailedAt, closed: mailing.closedAt, 'to-mail': null, cancelled: null };
  const { issued } = mailing.figures;
  if (stage === 'issuing') {
    return (
      <>
        <b>{t('stage.issuing')}</b>
        <Meter
          label={t('progressLabel', { name: mailing.name })}
          text={t('progress', { done: issued, count: mailing.papers })}
          done={issued}
          total={mailing.papers}
        />
      </>
    );
  }
  const at = since[stage];
  return (
    <>
      {t(`stage.${stage}`)}
      {at && <Second>{dates.day(at)}</Second>}
    </>
  );
}
