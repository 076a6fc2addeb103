import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { paths } from '../../../app/paths.ts';
import { Code } from '../../../parts/Code.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { Counts } from './Counts.tsx';
import { useRoom } from './Fill.tsx';

type Item = PlaceView['contents'][number];

/** What stands or lies directly in a place, as people count: Box 9 before Box 10. */
export function Contents({ place }: { place: PlaceView }) {
  const { t } = useTranslation('places');
  const room = useRoom();
  const columns: Column<Item>[] = [
    {
      key: 'name',
      head: t('list.name'),
      width: 1.6,
      cell: (one) => (
        <>
          <Link to={paths.place(one.code)}>{one.name}</Link>
          <SetAside of={one} short />
        </>
      ),
    },
    { key: 'kind', head: t('list.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'inIt',
      head: t('list.inIt'),
      width: 1.4,
      cell: ({ places, documents, capacity }) => (
        <>
          <Counts places={places} documents={documents} />
          {capacity !== null && <Second>{room(places + documents, capacity)}</Second>}
        </>
      ),
    },
    {
      key: 'code',
      head: t('list.code'),
      width: 1.3,
      atRight: true,
      cell: ({ code }) => <Code code={code} />,
    },
  ];
  return (
    <Table
      compact
      caption={t('detail.standsCaption', { name: place.name })}
      columns={columns}
      rows={place.contents}
      rowKey={({ code }) => code}
    />
  );
}
