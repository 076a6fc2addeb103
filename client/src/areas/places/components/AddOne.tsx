import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PlaceKind, PlaceView } from '../../../../../shared/contracts/places.ts';
import { isContainerKind } from '../../../../../shared/places/placement.ts';
import { call } from '../../../api/call.ts';
import { paths } from '../../../app/paths.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Form, type FormOutcome } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { KindField } from './KindField.tsx';
import { CapacityField, CountryField, usePlaceFields } from './PlaceFields.tsx';
import { usePlaceChanged } from './use-place-changed.ts';
import { usePlaceFailure } from './use-place-failure.tsx';

interface AddOneProps {
  parent: PlaceView | undefined;
  kind: PlaceKind;
  onKind: (kind: PlaceKind) => void;
  /** Between the kind and the rest: one, or a row. */
  howMany: React.ReactNode;
}

/** One place: a location with its name, or a container that may number itself. */
export function AddOne({ parent, kind, onKind, howMany }: AddOneProps) {
  const { t } = useTranslation(['places', 'common']);
  const navigate = useNavigate();
  const changed = usePlaceChanged();
  const fieldsOf = usePlaceFields();
  const failureOf = usePlaceFailure();
  const numbersItself = isContainerKind(kind);

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormOutcome> {
    const { name, capacity, country, wrong } = fieldsOf(data);
    if (name === '' && !numbersItself) wrong.unshift({ field: 'name', text: t('places:wrong.name') });
    if (wrong.length > 0) return { fields: wrong };
    try {
      const made = await make({ kind, name, capacity, country, parent: parent?.code });
      void changed(made);
      return () => navigate(paths.place(made.code), { state: { made: true } });
    } catch (error) {
      return failureOf(error, labelOf);
    }
  }

  return (
    <Form
      submit={submit}
      submitText={t('places:add.submit')}
      kept={t('places:add.kept')}
      actions={
        <LinkButton to={parent ? paths.place(parent.code) : paths.places} look="quiet">
          {t('common:form.cancel')}
        </LinkButton>
      }
    >
      <KindField parent={parent?.kind} kind={kind} onKind={onKind} />
      {howMany}
      <TextField
        name="name"
        label={t('places:add.name')}
        hint={numbersItself ? t('places:add.numbersItself') : t('places:add.nameHint')}
        optional={numbersItself}
        autoComplete="off"
      />
      {kind === 'site' && <CountryField />}
      <CapacityField />
    </Form>
  );
}

interface NewPlace {
  kind: PlaceKind;
  name: string;
  capacity: number | null;
  country: string | null;
  parent: string | undefined;
}

function make({ kind, name, capacity, country, parent }: NewPlace): Promise<PlaceView> {
  if (isContainerKind(kind)) {
    const body = { kind, in: parent ?? '', capacity, ...(name && { name }) };
    return call('post /containers', { body });
  }
  const body = { kind, name, capacity, in: parent ?? null, ...(kind === 'site' && { country }) };
  return call('post /locations', { body });
}
