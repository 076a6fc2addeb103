import { useTranslation } from 'react-i18next';
import { getTemplate, printerDpis, templates } from '../../../../../shared/labels/templates.ts';
import { Choices } from '../../../ui/form/ChoiceFields.tsx';
import type { SheetChoice } from '../use-sheet.ts';
import { SlotPicker } from './SlotPicker.tsx';

interface SheetFieldsProps {
  sheet: SheetChoice;
  onChange: (changed: Partial<SheetChoice>) => void;
  /** For what always begins on an empty sheet of plain paper. */
  printerOnly?: boolean;
}

/** Which sheet, from which label on, on which printer. */
export function SheetFields({ sheet, onChange, printerOnly = false }: SheetFieldsProps) {
  const { t } = useTranslation('labels');
  return (
    <>
      {!printerOnly && (
        <>
          <TemplateField sheet={sheet} onChange={onChange} />
          <SlotPicker
            template={getTemplate(sheet.template)}
            start={sheet.start}
            onStart={(start) => onChange({ start })}
          />
        </>
      )}
      <Choices
        kind="radio"
        name="dpi"
        label={t('printer.label')}
        choices={printerOrder.map((dpi) => ({
          value: String(dpi),
          label: t(`printer.${dpi}`),
          hint: t(`printer.${dpi}Hint`),
        }))}
        chosen={[sheet.dpi]}
        onChange={(value) => onChange({ dpi: value as SheetChoice['dpi'] })}
      />
    </>
  );
}

/** Sheets as their box says; each choice is read whole on a phone too. */
export function TemplateField({ sheet, onChange }: Omit<SheetFieldsProps, 'printerOnly'>) {
  const { t } = useTranslation('labels');
  return (
    <Choices
      kind="radio"
      name="template"
      label={t('sheet.template')}
      hint={t('sheet.templateHint')}
      choices={templates.map(({ key }) => ({ value: key, label: t(`template.${key}`) }))}
      chosen={[sheet.template]}
      onChange={(value) => onChange({ template: value as SheetChoice['template'] })}
    />
  );
}

/** The one that most have comes first. */
const printerOrder = printerDpis.toSorted((a, b) => Number(b === 300) - Number(a === 300));
