import { useTranslation } from 'react-i18next';
import { roles as allRoles, type Role } from '../../../../../shared/permissions.ts';
import { textOf } from '../../../app/form/form-data.ts';
import { isLanguage, languages } from '../../../app/language.ts';
import { useOrganisation } from '../../../app/session.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Choices, SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import styles from './PersonFields.module.css';
import { isRole, roleChoices, roleDuties } from './role-choices.ts';

interface PersonFieldsProps {
  name?: string;
  email?: string;
  roles?: readonly Role[];
  language?: string | null;
}

/** What is kept about a person, for adding and for changing. */
export function PersonFields({ name = '', email = '', roles = [], language = null }: PersonFieldsProps) {
  const { t } = useTranslation(['accounts', 'common']);
  return (
    <>
      {/* The person's, not the reader's own: nothing to be filled in by the browser. */}
      <TextField name="name" label={t('accounts:person.name')} defaultValue={name} autoComplete="off" />
      <TextField
        name="email"
        label={t('accounts:person.email')}
        hint={t('accounts:person.emailHint')}
        type="email"
        defaultValue={email}
        autoComplete="off"
        spellCheck={false}
      />
      <Choices
        kind="checkbox"
        name="roles"
        label={t('accounts:person.roles')}
        hint={t('accounts:person.rolesHint')}
        choices={roleChoices(t)}
        chosen={roles}
      />
      <details className={styles.all}>
        <summary>{t('accounts:person.mayAll')}</summary>
        <Facts
          facts={allRoles.map((role) => ({
            name: t(`common:role.${role}`),
            value: (
              <ul className={styles.duties}>
                {roleDuties(role, t).map((duty) => (
                  <li key={duty}>{duty}</li>
                ))}
              </ul>
            ),
          }))}
        />
      </details>
      <LanguageField chosen={language} label={t('accounts:person.language')} />
    </>
  );
}

/** A language, or the organisation's (sent as null). */
export function LanguageField({
  chosen,
  label,
  hint,
}: {
  chosen: string | null;
  label: string;
  hint?: string;
}) {
  const { t } = useTranslation(['accounts', 'common']);
  const organisation = useOrganisation();
  const its = t(`common:language.${organisation.language}`);
  return (
    <SelectField
      name="language"
      label={label}
      {...(hint && { hint })}
      defaultValue={chosen ?? ''}
      options={[
        { value: '', label: t('accounts:own.asOrganisation', { language: its }) },
        ...languages.map((value) => ({ value, label: t(`common:language.${value}`) })),
      ]}
    />
  );
}

export function readLanguage(data: FormData) {
  const chosen = textOf(data, 'language');
  return isLanguage(chosen) ? chosen : null;
}

export function readPerson(data: FormData) {
  return {
    name: textOf(data, 'name'),
    email: textOf(data, 'email'),
    roles: data.getAll('roles').filter(isRole),
    language: readLanguage(data),
  };
}
