import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { placeKinds } from '../../../../../shared/places/placement.ts';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { Choices, SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { placeQuery } from '../api.ts';
import { Advice } from '../components/Advice.tsx';
import { Asked } from '../components/Asked.tsx';
import styles from '../components/labels.module.css';
import { PagePreview } from '../components/PagePreview.tsx';
import { PrintButton } from '../components/PrintButton.tsx';
import { SheetFields } from '../components/SheetFields.tsx';
import { useSheet } from '../use-sheet.ts';

export default function PlaceLabelsPage() {
  const { t } = useTranslation('common');
  const { code = '' } = useParams();
  const place = useQuery(placeQuery(code));
  if (place.data) return <Known key={code} place={place.data} />;
  const above = { path: paths.places, title: t('page.places') };
  return <Asked title={t('page.placeLabels')} above={above} query={place} />;
}

type Which = 'this' | 'chosen' | 'all';

function Known({ place }: { place: PlaceView }) {
  const { t } = useTranslation('labels');
  const { sheet, change } = useSheet();
  const [which, setWhich] = useState<Which>(place.contents.length > 0 ? 'all' : 'this');
  const [kind, setKind] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const codes = which === 'this' ? [place.code] : chosen;
  const query = {
    ...sheet,
    ...(which === 'all' ? { in: place.code, kind: kind || undefined } : { places: codes.join(',') }),
  };
  const any = which === 'all' || codes.length > 0;
  return (
    <Page
      title={t('place.title')}
      above={{ path: paths.place(place.code), title: place.name }}
      lead={t('place.lead')}
      aside={<PagePreview printed={any ? { path: '/labels/places', params: {}, query } : undefined} />}
    >
      <div className={styles.fields}>
        {place.contents.length > 0 && (
          <Choices
            kind="radio"
            name="which"
            label={t('place.which')}
            choices={(['all', 'chosen', 'this'] as const).map((value) => ({
              value,
              label: t(`place.${value}`, { name: place.name }),
            }))}
            chosen={[which]}
            onChange={(value) => setWhich(value as Which)}
          />
        )}
        {which === 'all' && (
          <SelectField
            name="kind"
            label={t('place.kindLabel')}
            options={[
              { value: '', label: t('place.everyKind') },
              ...placeKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
            onChange={setKind}
          />
        )}
        {which === 'chosen' && <Chosen place={place} chosen={chosen} onChange={setChosen} />}
        <SheetFields sheet={sheet} onChange={change} />
        <Advice />
        <div role="status" className={styles.said}>
          {!any && <Notice title={t('place.chooseOne')} />}
        </div>
        {any && (
          <PrintButton path="/labels/places.pdf" query={query} name="place-labels">
            {t('print.saveAny')}
          </PrintButton>
        )}
      </div>
    </Page>
  );
}

interface ChosenProps {
  place: PlaceView;
  chosen: readonly string[];
  onChange: (codes: readonly string[]) => void;
}

/** Some of what stands in it, in its order. */
function Chosen({ place: { contents }, chosen, onChange }: ChosenProps) {
  const { t } = useTranslation('labels');
  const take = (input: HTMLInputElement) =>
    onChange(
      contents
        .map(({ code }) => code)
        .filter((code) => (code === input.value ? input.checked : chosen.includes(code))),
    );
  return (
    <div onChange={(event) => take(event.target as HTMLInputElement)}>
      <Choices
        kind="checkbox"
        name="chosen"
        label={t('place.chosenLabel')}
        choices={contents.map(({ code, name }) => ({ value: code, label: name }))}
        chosen={chosen}
      />
    </div>
  );
}
