import { useTranslation } from 'react-i18next';
import { languages } from '../../../app/language.ts';
import { SelectField } from '../../../ui/form/ChoiceFields.tsx';
import { SearchableField } from '../../../ui/form/SearchableField.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { timeZones } from '../api.ts';

interface HouseFieldsProps {
  /** Before the names of the fields, e.g. `organisation.`. */
  prefix?: string;
  name: string;
  language: string;
  timeZone: string;
}

/** Name, language and time zone of the house, at set-up and later. */
export function HouseFields({ prefix = '', name, language, timeZone }: HouseFieldsProps) {
  const { t } = useTranslation(['organisation', 'common']);
  return (
    <>
      <TextField
        name={`${prefix}name`}
        label={t('organisation:settings.name')}
        hint={t('organisation:settings.nameHint')}
        defaultValue={name}
        autoComplete="organization"
      />
      <SelectField
        name={`${prefix}language`}
        label={t('organisation:settings.language')}
        hint={t('organisation:settings.languageHint')}
        defaultValue={language}
        options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
      />
      <SearchableField
        name={`${prefix}timeZone`}
        label={t('organisation:settings.timeZone')}
        hint={t('organisation:settings.timeZoneHint')}
        defaultValue={timeZone}
        options={timeZones()}
      />
    </>
  );
}
