import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { call } from '../../../api/call.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldFrame } from '../../../ui/form/Field.tsx';
import { Form, type FormFailure } from '../../../ui/form/Form.tsx';
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
  const { t } = useTranslation(['places', 'common']);
  const failureOf = usePlaceFailure();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');

  async function submit(_data: FormData, labelOf: (field: string) => string): Promise<FormFailure | null> {
    if (chosen === '') return { fields: [{ field: 'in', text: t('places:wrong.choosePlace') }] };
    try {
      const view = await call('patch /places/{code}', {
        params: { code: place.code },
        body: { in: chosen },
      });
      onClose();
      await onDone(view);
      return null;
    } catch (error) {
      return failureOf(error, labelOf);
    }
  }

  return (
    <Dialog title={t('places:move.title', { name: place.name })} onClose={onClose}>
      <p>{t('places:move.text')}</p>
      <SearchBox
        label={t('places:move.find')}
        value={query}
        onSearch={(text) => {
          setQuery(text);
          setChosen('');
        }}
      />
      <Form
        submit={submit}
        submitText={t('places:move.submit')}
        kept={t('places:move.kept')}
        actions={
          <Button look="quiet" onClick={onClose}>
            {t('common:form.cancel')}
          </Button>
        }
      >
        <Found query={query} without={place.code} chosen={chosen} onChoose={setChosen} />
      </Form>
    </Dialog>
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
          {query !== '' && places.isSuccess ? t('move.none') : t('move.type')}
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
