import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { textOf } from '../../../app/form/form-data.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { FormContext, fieldId } from '../../../ui/form/form-context.ts';
import { TextField } from '../../../ui/form/TextField.tsx';
import styles from '../pages/person.module.css';
import { PersonPicker } from './PersonPicker.tsx';
import { useActionText } from './use-action-text.ts';

const actions = [
  'accounts.people-listed',
  'accounts.person-seen',
  'accounts.sessions-seen',
  'accounts.access-log-read',
  'customers.listed',
  'customers.seen',
  'customers.added',
  'customers.changed',
  'customers.imported',
  'dossiers.opened',
  'documents.seen',
  'contents.listed',
  'mailings.papers-listed',
  'mailings.papers-saved',
  'mailings.merge-data-saved',
  'labels.mailing-printed',
];

const day = /^\d{4}-\d{2}-\d{2}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the address asks for, without what cannot be asked. */
export function logSearch(search: URLSearchParams) {
  const dayOf = (name: string) => {
    const value = search.get(name) ?? '';
    return day.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
  };
  const user = search.get('user') ?? '';
  return {
    user: uuid.test(user) ? user : undefined,
    action: search.get('action') || undefined,
    /** Set by a link to all looks at one person or thing. */
    subject: search.get('subject') || undefined,
    from: dayOf('from'),
    to: dayOf('to'),
  };
}

/** Nothing lies between such days, and an empty list would say that nobody looked. */
export function isBackwards({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean {
  return from !== undefined && to !== undefined && from > to;
}

interface LogFiltersProps {
  search: URLSearchParams;
  onSearch: (search: Record<string, string>) => void;
}

/** Who, what, from and to which day; kept in the address, so that it can be shared and comes back. */
export function LogFilters({ search, onSearch }: LogFiltersProps) {
  const { t } = useTranslation('accounts');
  const actionText = useActionText();
  const asked = logSearch(search);
  const { user = '', action = '', subject = '', from = '', to = '' } = asked;
  const backwards = isBackwards(asked);
  const form = useRef<HTMLFormElement>(null);
  const address = search.toString();
  // Back, or a link, asks for something else: the fields follow without losing the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked for has changed
  useEffect(() => form.current?.reset(), [address]);
  // Who has just pressed the button stands before what is wrong, and hears it.
  useEffect(() => {
    if (backwards) document.getElementById(fieldId('to'))?.focus();
  }, [backwards]);
  // The button goes with what it was for; the one beside it stays.
  const showAll = () => {
    form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
    onSearch({});
  };
  return (
    <form
      ref={form}
      className={styles.filters}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const names = ['user', 'action', 'subject', 'from', 'to'].map((name) => [name, textOf(data, name)]);
        onSearch(Object.fromEntries(names.filter(([, value]) => value !== '')));
      }}
    >
      <input type="hidden" name="subject" value={subject} />
      <PersonPicker key={user} name="user" label={t('log.person')} chosen={user} />
      <SelectField
        key={action}
        name="action"
        label={t('log.action')}
        defaultValue={action}
        options={[
          { value: '', label: t('log.anything') },
          ...actions.map((value) => ({ value, label: actionText(value) })),
        ]}
      />
      <FormContext value={{ failures: backwards ? { to: t('log.beforeFrom') } : {} }}>
        <TextField name="from" label={t('log.from')} type="date" defaultValue={from} />
        <TextField name="to" label={t('log.to')} type="date" defaultValue={to} />
      </FormContext>
      <Actions>
        <Button type="submit">{t('log.filter')}</Button>
        {search.size > 0 && (
          <Button look="quiet" onClick={showAll}>
            {t('log.reset')}
          </Button>
        )}
      </Actions>
    </form>
  );
}
