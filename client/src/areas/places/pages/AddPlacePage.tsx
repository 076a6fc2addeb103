import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { PlaceKind, PlaceView } from '../../../../../shared/contracts/places.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { PlacePath } from '../../../parts/PlacePath.tsx';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import { Failed, Loading } from '../../../ui/Notice.tsx';
import { placeQuery } from '../api.ts';
import { AddOne } from '../components/AddOne.tsx';
import { AddRow, type Ends } from '../components/AddRow.tsx';
import { RowPreview } from '../components/RowPreview.tsx';
import { kindsIn } from '../kinds.ts';

export default function AddPlacePage() {
  const { t } = useTranslation(['places', 'common']);
  const [search] = useSearchParams();
  const code = search.get('in') ?? '';
  const problems = useProblemText();
  const parent = useQuery({ ...placeQuery(code), enabled: code !== '' });
  if (code === '') return <Add parent={undefined} />;
  if (parent.data) return <Add key={code} parent={parent.data} />;
  return (
    <Page title={t('places:add.title')} above={{ path: paths.places, title: t('places:list.title') }}>
      {parent.error ? (
        <Failed
          text={problems.reading(parent.error)}
          again={t('common:list.again')}
          onAgain={() => void parent.refetch()}
        />
      ) : (
        <Loading text={t('common:list.loading')} />
      )}
    </Page>
  );
}

function Add({ parent }: { parent: PlaceView | undefined }) {
  const { t } = useTranslation('places');
  const [kind, setKind] = useState<PlaceKind>(kindsIn(parent?.kind)[0] ?? 'site');
  const [asRow, setAsRow] = useState(false);
  const [ends, setEnds] = useState<Ends>({ prefix: t(`kind.${kind}`), from: '', to: '' });
  const onKind = (chosen: PlaceKind) => {
    // What the kind is called stands before the number until somebody writes something else.
    if (ends.prefix === t(`kind.${kind}`)) setEnds({ ...ends, prefix: t(`kind.${chosen}`) });
    setKind(chosen);
  };
  const howMany = parent && (
    <Choices
      kind="radio"
      name="howMany"
      label={t('add.howMany')}
      chosen={[asRow ? 'row' : 'one']}
      choices={[
        { value: 'one', label: t('add.one') },
        { value: 'row', label: t('add.row'), hint: t('add.rowHint') },
      ]}
      onChange={(value) => setAsRow(value === 'row')}
    />
  );
  const above = parent
    ? { path: paths.place(parent.code), title: parent.name }
    : { path: paths.places, title: t('list.title') };
  return (
    <Page
      title={parent ? t('add.titleIn', { name: parent.name }) : t('add.title')}
      above={above}
      lead={parent ? <PlacePath path={parent.path} /> : t('add.atTop')}
      aside={asRow ? <RowPreview ends={ends} /> : undefined}
    >
      {asRow && parent ? (
        <AddRow parent={parent} kind={kind} onKind={onKind} howMany={howMany} ends={ends} onEnds={setEnds} />
      ) : (
        <AddOne parent={parent} kind={kind} onKind={onKind} howMany={howMany} />
      )}
    </Page>
  );
}
