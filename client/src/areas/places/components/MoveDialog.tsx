import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { call } from '../../../api/call.ts';
import { useCodeMistake } from '../../../app/use-code-mistake.ts';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { FieldFrame } from '../../../ui/form/Field.tsx';
import { useFieldIds } from '../../../ui/form/form-context.ts';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { type ListedPlace, placesQuery } from '../api.ts';
import styles from './place.module.css';
import { usePlaceFailure } from './use-place-failure.tsx';

interface MoveDialogProps {
  place: PlaceView;
  onDone: (place: PlaceView) => unknown;
  onClose: () => void;
}

/** Another place for a container: found by name, or by its code as a scanner types it. */
export function MoveDialog({ place, onDone, onClose }: MoveDialogProps) {
  const { t } = useTranslation('places');
  const failureOf = usePlaceFailure();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');

  function send() {
    if (chosen === '') return { fields: [{ field: 'in', text: t('wrong.choosePlace') }] };
    return call('patch /places/{code}', { params: { code: place.code }, body: { in: chosen } });
  }

  return (
    <FormDialog
      title={t('move.title', { name: place.name })}
      intro={
        <>
          <p>{t('move.text')}</p>
          <SearchBox
            label={t('move.find')}
            value={query}
            onSearch={(text) => {
              setQuery(text);
              setChosen('');
            }}
          />
        </>
      }
      submitText={t('move.submit')}
      kept={t('move.kept')}
      {...{ send, failureOf, onDone, onClose }}
    >
      <Found query={query} without={place.code} chosen={chosen} onChoose={setChosen} />
    </FormDialog>
  );
}

interface FoundProps {
  query: string;
  without: string;
  chosen: string;
  onChoose: (code: string) => void;
}

const shown = 12;

/** What fits the search, each with the path that tells it from others of its name. */
function Found({ query, without, chosen, onChoose }: FoundProps) {
  const { t } = useTranslation('places');
  const { describedBy } = useFieldIds('in');
  const mistakeIn = useCodeMistake();
  const places = useInfiniteQuery({
    ...placesQuery(query),
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
  const fits = (places.data?.pages[0]?.items ?? []).filter(
    ({ code, path }) => code !== without && !path.some((step) => step.code === without),
  );
  const found = query === '' ? [] : fits.slice(0, shown);
  return (
    <FieldFrame name="in" label={t('move.found')} group>
      {found.length === 0 && (
        <p role="status" className={styles.note}>
          {query !== '' && places.isSuccess ? (mistakeIn(query) ?? t('move.none')) : t('move.type')}
        </p>
      )}
      <div className={styles.found}>
        {found.map((place) => (
          <label key={place.code} className={styles.choice}>
            <input
              type="radio"
              name="in"
              value={place.code}
              checked={chosen === place.code}
              aria-describedby={describedBy(false)}
              onChange={() => onChoose(place.code)}
            />
            <span>
              {place.name}
              <small>{above(place)}</small>
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

const sign = ' › ';

function above({ path }: ListedPlace): string {
  return path
    .slice(0, -1)
    .map(({ name }) => name)
    .join(sign);
}
