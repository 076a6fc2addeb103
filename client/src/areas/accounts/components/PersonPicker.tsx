import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/call.ts';
import { useSession } from '../../../app/session.ts';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { keys } from '../api.ts';

interface Named {
  id: string;
  name: string;
}

interface PersonPickerProps {
  name: string;
  label: string;
  chosen: string;
  /** People on the screen already: all that somebody has to choose from who may not see the list of people. */
  seen: readonly Named[];
}

/** One of the people, by name. */
export function PersonPicker({ name, label, chosen, seen }: PersonPickerProps) {
  const { t } = useTranslation('accounts');
  const { may } = useSession();
  const people = useQuery({
    queryKey: [...keys.people, 'picker'],
    queryFn: () => call('get /users', { query: { limit: 200 } }),
    enabled: may('accounts.read'),
  });
  const known: Named[] = people.data?.items ?? [];
  const all = new Map([...seen, ...known].map((person) => [person.id, person.name]));
  if (chosen && !all.has(chosen)) all.set(chosen, chosen);
  const options = [...all].map(([value, label]) => ({ value, label }));
  options.sort((a, b) => a.label.localeCompare(b.label));
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
