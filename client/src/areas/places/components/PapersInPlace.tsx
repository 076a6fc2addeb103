import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { call } from '../../../api/call.ts';
import { Listed } from '../../../app/Listed.tsx';
import { paths } from '../../../app/paths.ts';
import { useDates, useSession } from '../../../app/session.ts';
import { Code } from '../../../parts/Code.tsx';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import { OnRecord } from '../../../parts/OnRecord.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { Button } from '../../../ui/Button.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { type PaperInPlace, papersQuery } from '../api.ts';
import styles from './place.module.css';
import { usePlaceChanged } from './use-place-changed.ts';

/** The papers that lie directly in a place; whoever stands before it can say that one does not. */
export function PapersInPlace({ place }: { place: PlaceView }) {
  const { t } = useTranslation(['places', 'common']);
  const papers = useInfiniteQuery(papersQuery(place.code));
  const changed = usePlaceChanged();
  const [missing, setMissing] = useState<PaperInPlace>();
  const named = papers.data?.pages[0]?.items[0]?.customer !== undefined;
  const columns = useColumns(named, setMissing);
  return (
    <>
      <Listed list={papers} empty={null}>
        {(rows) => (
          <Table
            compact
            caption={t('places:detail.papersCaption', { name: place.name })}
            columns={columns}
            rows={rows}
            rowKey={({ code }) => code}
          />
        )}
      </Listed>
      {named && <OnRecord />}
      {missing && (
        <ConfirmDialog
          danger
          title={t('places:notHere.title', { name: place.name })}
          submitText={t('places:notHere.submit')}
          keepText={t('common:form.cancel')}
          send={() => call('post /documents/{code}/missing', { params: { code: missing.code } })}
          onDone={() => changed()}
          onClose={() => setMissing(undefined)}
        >
          <p>
            <Code code={missing.code} />
          </p>
          <p>{t('places:notHere.text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function useColumns(named: boolean, onMissing: (paper: PaperInPlace) => void): Column<PaperInPlace>[] {
  const { t } = useTranslation('places');
  const { may } = useSession();
  const dates = useDates();
  const columns: Column<PaperInPlace>[] = [
    {
      key: 'code',
      head: t('detail.paper'),
      width: 1.2,
      cell: ({ code }) => <Code code={code} link />,
    },
    {
      key: 'what',
      head: t('detail.what'),
      width: 1.6,
      cell: ({ type, mailing, runNumber }) => (
        <>
          {mailing.name}
          <Second>{`${type.name}, ${t('detail.run', { run: runNumber })}`}</Second>
        </>
      ),
    },
    { key: 'status', head: t('detail.status'), width: 1.2, cell: (paper) => <Answer paper={paper} /> },
    {
      key: 'since',
      head: t('detail.inItSince'),
      atRight: true,
      width: 1.3,
      cell: ({ place }) => dates.moment(place.since),
    },
  ];
  if (named)
    columns.splice(2, 0, {
      key: 'customer',
      head: t('detail.customer'),
      cell: customerOf(may('dossiers.read')),
    });
  if (may('documents.report')) {
    columns.push({
      key: 'action',
      head: t('detail.action'),
      quietHead: true,
      atRight: true,
      cell: (paper) => (
        <Button
          look="quiet"
          className={styles.inRow}
          aria-label={t('action.notHereLong', { code: paper.code })}
          onClick={() => onMissing(paper)}
        >
          {t('action.notHere')}
        </Button>
      ),
    });
  }
  return columns;
}

function Answer({ paper }: { paper: PaperInPlace }) {
  return (
    <>
      <b>{paper.words.headline}</b>
      <SetAside of={paper} short />
    </>
  );
}

function customerOf(linked: boolean) {
  return ({ customer }: PaperInPlace) =>
    customer && linked ? <Link to={paths.customer(customer.id)}>{customer.name}</Link> : customer?.name;
}
