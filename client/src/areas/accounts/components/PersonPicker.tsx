import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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
  const readers = useQuery(readersQuery);
  const people = new Map(readers.data?.items.map((person) => [person.id, person.name]));
  if (chosen && !people.has(chosen)) people.set(chosen, chosen);
  const options = [...people].map(([value, label]) => ({ value, label }));
  options.sort((a, b) => a.label.localeCompare(b.label, i18n.language));
  return (
    <SelectField
      key={options.map(({ value }) => value).join()}
      name={name}
      label={label}
      defaultValue={chosen}
      options={[{ value: '', label: t('log.anybody') }, ...options]}
    />
  );
}
