import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Listed } from '../../../app/Listed.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { useCodeMistake } from '../../../app/use-code-mistake.ts';
import { Code } from '../../../parts/Code.tsx';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import { SetAside } from '../../../parts/SetAside.tsx';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Notice.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { type Column, Second, Table } from '../../../ui/Table.tsx';
import { type ListedPlace, placesQuery } from '../api.ts';
import { Counts } from '../components/Counts.tsx';

export default function PlacesPage() {
  const { t } = useTranslation('places');
  const { may } = useSession();
  const [search, setSearch] = useSearchParams();
  const query = search.get('query') ?? '';
  const places = useInfiniteQuery({ ...placesQuery(query), placeholderData: keepPreviousData });
  const onSearch = useCallback(
    (text: string) => setSearch(text ? { query: text } : {}, { replace: true }),
    [setSearch],
  );
  const none = query === '' && (places.data?.pages.every((page) => page.items.length === 0) ?? false);
  const make = may('places.change');
  return (
    <Page
      title={t('list.title')}
      lead={t('list.lead')}
      actions={
        make &&
        !none && (
          <LinkButton to={paths.addPlace} look="primary" icon={<IconPlus size={20} stroke={1.7} />}>
            {t('list.make')}
          </LinkButton>
        )
      }
    >
      {!none && <SearchBox label={t('list.find')} value={query} onSearch={onSearch} />}
      <Listed list={places} empty={<NoPlaces query={query} make={make} />}>
        {(rows) => <PlaceTable places={rows} found={query !== ''} />}
      </Listed>
    </Page>
  );
}

function NoPlaces({ query, make }: { query: string; make: boolean }) {
  const { t } = useTranslation('places');
  const mistakeIn = useCodeMistake();
  if (query) {
    const why = mistakeIn(query) ?? t('list.noneFoundText', { text: query });
    return <Empty title={t('list.noneFound')}>{why}</Empty>;
  }
  const first = (
    <LinkButton to={paths.addPlace} look="primary">
      {t('list.first')}
    </LinkButton>
  );
  return (
    <Empty title={t('list.none')} action={make && first}>
      {make ? t('list.noneText') : t('list.noneRead')}
    </Empty>
  );
}

function PlaceTable({ places, found }: { places: ListedPlace[]; found: boolean }) {
  const { t } = useTranslation('places');
  const columns: Column<ListedPlace>[] = [
    {
      key: 'name',
      head: t('list.name'),
      width: 2,
      cell: ({ code, name, path, waiting }) => (
        <>
          <Link to={paths.place(code)}>{name}</Link>
          {path.length > 1 && (
            <Second>
              <PlacePath path={path.slice(0, -1)} />
            </Second>
          )}
          <SetAside of={{ code, waiting }} short />
        </>
      ),
    },
    { key: 'kind', head: t('list.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'inIt',
      head: t('list.inIt'),
      cell: ({ places: inside, documents }) => <Counts places={inside} documents={documents} />,
    },
    {
      key: 'code',
      head: t('list.code'),
      width: 1.2,
      atRight: true,
      cell: ({ code }) => <Code code={code} copy />,
    },
  ];
  const caption = found ? t('list.caption') : t('list.captionSites');
  return <Table caption={caption} columns={columns} rows={places} rowKey={({ code }) => code} />;
}
