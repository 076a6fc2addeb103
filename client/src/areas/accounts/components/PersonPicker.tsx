import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../app/session.ts';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { readersQuery } from '../api.ts';

interface PersonPickerProps {
  name: string;
  label: string;
  chosen: string;
}

/** One of the people who stand in the access log, by name. */
export function PersonPicker({ name, label, chosen }: PersonPickerProps) {
  const { t, i18n } = useTranslation('accounts');
  const { user } = useSession();
  const readers = useQuery(readersQuery);
  const people = new Map(readers.data?.items.map((person) => [person.id, person.name]));
  // Until the people have come nobody can say that he is not among them.
  if (chosen && !people.has(chosen)) {
    people.set(chosen, chosen === user.id ? user.name : readers.data ? t('log.notInLog') : '…');
  }
  const options = [...people].map(([value, label]) => ({ value, label }));
  options.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <SelectField
      key={options.map(({ value, label }) => value + label).join()}
      name={name}
      label={label}
      defaultValue={chosen}
      options={[{ value: '', label: t('log.anybody') }, ...options]}
    />
  );
}
