import { useTranslation } from 'react-i18next';
import type { PlaceView } from '../../../../../shared/contracts/places.ts';
import { call } from '../../../api/call.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Form, type FormFailure } from '../../../ui/form/Form.tsx';
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

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormFailure | null> {
    const { name, capacity, country, wrong } = fieldsOf(data);
    if (name === '') wrong.unshift({ field: 'name', text: t('places:wrong.name') });
    if (wrong.length > 0) return { fields: wrong };
    try {
      const body = { name, capacity, ...(isSite && { country }) };
      const view = await call('patch /places/{code}', { params: { code: place.code }, body });
      onClose();
      await onDone(view);
      return null;
    } catch (error) {
      return failureOf(error, labelOf);
    }
  }

  return (
    <Dialog title={t('places:change.title', { name: place.name })} onClose={onClose}>
      <Form
        submit={submit}
        submitText={t('common:form.save')}
        kept={t('places:change.kept')}
        actions={
          <Button look="quiet" onClick={onClose}>
            {t('common:form.cancel')}
          </Button>
        }
      >
        <TextField name="name" label={t('places:add.name')} defaultValue={place.name} autoComplete="off" />
        {isSite && <CountryField country={place.country} />}
        <CapacityField capacity={place.capacity} />
      </Form>
    </Dialog>
  );
}
