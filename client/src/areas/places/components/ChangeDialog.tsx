import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { call } from '../../../api/call.ts';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { CapacityField, CountryField, usePlaceFields } from './PlaceFields.tsx';
import { usePlaceFailure } from './use-place-failure.tsx';

interface ChangeDialogProps {
  place: PlaceView;
  onDone: (place: PlaceView) => unknown;
  onClose: () => void;
}

/** Its name, how much fits in it, and of a site the country. */
export function ChangeDialog({ place, onDone, onClose }: ChangeDialogProps) {
  const { t } = useTranslation(['places', 'common']);
  const fieldsOf = usePlaceFields();
  const failureOf = usePlaceFailure();
  const isSite = place.kind === 'site';

  function send(data: FormData) {
    const { name, capacity, country, wrong } = fieldsOf(data);
    if (name === '') wrong.unshift({ field: 'name', text: t('places:wrong.name') });
    if (wrong.length > 0) return { fields: wrong };
    const body = { name, capacity, ...(isSite && { country }) };
    return call('patch /places/{code}', { params: { code: place.code }, body });
  }

  return (
    <FormDialog
      title={t('places:change.title', { name: place.name })}
      submitText={t('common:form.save')}
      kept={t('places:change.kept')}
      {...{ send, failureOf, onDone, onClose }}
    >
      <TextField name="name" label={t('places:add.name')} defaultValue={place.name} autoComplete="off" />
      {isSite && <CountryField country={place.country} />}
      <CapacityField capacity={place.capacity} />
    </FormDialog>
  );
}
