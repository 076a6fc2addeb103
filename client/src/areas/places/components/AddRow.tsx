import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { PlaceKind, PlaceView } from '../../../../../shared/contracts/places.ts';
import { longestRow, rowNames } from '../../../../../shared/places/row-names.ts';
import { call } from '../../../api/call.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { paths } from '../../../app/paths.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Form, type FormFailure, type FormOutcome } from '../../../ui/form/Form.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { shortened } from '../shortened.ts';
import { KindField } from './KindField.tsx';
import { CapacityField, usePlaceFields } from './PlaceFields.tsx';
import styles from './place.module.css';
import { usePlaceChanged } from './use-place-changed.ts';
import { usePlaceFailure } from './use-place-failure.tsx';

export interface Ends {
  prefix: string;
  from: string;
  to: string;
}

interface AddRowProps {
  parent: PlaceView;
  kind: PlaceKind;
  onKind: (kind: PlaceKind) => void;
  howMany: React.ReactNode;
  ends: Ends;
  onEnds: (ends: Ends) => void;
}

/** A whole row at once: all of it or nothing. */
export function AddRow({ parent, kind, onKind, howMany, ends, onEnds }: AddRowProps) {
  const { t } = useTranslation(['places', 'common']);
  const navigate = useNavigate();
  const changed = usePlaceChanged();
  const fieldsOf = usePlaceFields();
  const failureOf = usePlaceFailure();
  const wrongRow = useWrongRow();
  const row = rowNames(ends);
  const count = 'names' in row ? row.names.length : 0;

  async function submit(data: FormData, labelOf: (field: string) => string): Promise<FormOutcome> {
    const asked = endsIn(data);
    const { capacity, wrong } = fieldsOf(data);
    const fields = [...wrongRow(asked), ...wrong];
    if (fields.length > 0) return { fields };
    try {
      const made = await call('post /places/rows', { body: { kind, in: parent.code, capacity, ...asked } });
      void changed();
      const names = shortened(made.items.map(({ name }) => name));
      return () => navigate(paths.place(parent.code), { state: { row: names, count: made.items.length } });
    } catch (error) {
      return failureOf(error, labelOf);
    }
  }

  return (
    <div
      onInput={(event) => {
        const form = (event.target as HTMLElement).closest('form');
        if (form) onEnds(endsIn(new FormData(form)));
      }}
    >
      <Form
        submit={submit}
        submitText={count > 0 ? t('places:add.submitRow', { count }) : t('places:add.submitRowPlain')}
        kept={t('places:add.kept')}
        actions={
          <LinkButton to={paths.place(parent.code)} look="quiet">
            {t('common:form.cancel')}
          </LinkButton>
        }
      >
        <KindField parent={parent.kind} kind={kind} onKind={onKind} />
        {howMany}
        <TextField
          key={kind}
          name="prefix"
          label={t('places:add.prefix')}
          defaultValue={ends.prefix}
          autoComplete="off"
        />
        <div className={styles.twoFields}>
          <TextField
            name="from"
            label={t('places:add.from')}
            hint={t('places:add.ends')}
            defaultValue={ends.from}
            autoComplete="off"
          />
          <TextField
            name="to"
            label={t('places:add.to')}
            hint={t('places:add.ends')}
            defaultValue={ends.to}
            autoComplete="off"
          />
        </div>
        <CapacityField row />
      </Form>
    </div>
  );
}

/** A letter is meant as a capital. */
function endsIn(data: FormData): Ends {
  const end = (name: string) => textOf(data, name).trim().toUpperCase();
  return { prefix: textOf(data, 'prefix').trim(), from: end('from'), to: end('to') };
}

function useWrongRow() {
  const { t } = useTranslation('places');
  return (ends: Ends): FormFailure['fields'] => {
    const fields: FormFailure['fields'] = [];
    if (ends.prefix === '') fields.push({ field: 'prefix', text: t('wrong.name') });
    const row = rowNames(ends);
    if ('names' in row) return fields;
    const texts = {
      end: t('wrong.end'),
      mixed: t('wrong.mixed'),
      backwards: t('wrong.backwards', { from: ends.from }),
      'too-long': t('wrong.tooLong', { amount: longestRow }),
    };
    return [...fields, { field: row.wrong, text: texts[row.why] }];
  };
}
