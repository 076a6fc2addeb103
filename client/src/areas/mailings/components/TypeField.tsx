import { useTranslation } from 'react-i18next';
import type { DocumentTypeView } from '../../../../../shared/contracts/processes.ts';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';

interface TypeFieldProps {
  types: readonly DocumentTypeView[];
  onChange: (key: string) => void;
}

/** What kind of paper it is, each with a line that says what comes of it. */
export function TypeField({ types, onChange }: TypeFieldProps) {
  const { t, i18n } = useTranslation('mailings');
  const hintOf = ({ key, answerable }: DocumentTypeView): string => {
    const own = `add.typeHint.${key}`;
    if (i18n.exists(own, { ns: 'mailings' })) return String(i18n.t(own as never, { ns: 'mailings' }));
    return answerable ? t('add.typeHint.answer') : t('add.typeHint.none');
  };
  return (
    <Choices
      kind="radio"
      name="documentType"
      label={t('add.type')}
      choices={types.map((type) => ({ value: type.key, label: type.name, hint: hintOf(type) }))}
      onChange={onChange}
    />
  );
}
