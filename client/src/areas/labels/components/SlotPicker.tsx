import { type KeyboardEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type SheetTemplate, slotBox, slotsOf } from '../../../../../shared/labels/templates.ts';
import { classes } from '../../../ui/classes.ts';
import { slotAfterKey } from '../slot-keys.ts';
import styles from './labels.module.css';

interface SlotPickerProps {
  template: SheetTemplate;
  start: number;
  onStart: (start: number) => void;
}

/** The sheet as it lies in the printer: the first label that is still on it is pressed. Arrow keys go over the sheet as it lies. */
export function SlotPicker({ template, start, onStart }: SlotPickerProps) {
  const { t } = useTranslation('labels');
  const name = useId();
  const slots = Array.from({ length: slotsOf(template) }, (_, index) => index + 1);
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const { width, height } = template.page;
  const goByKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const slot = slotAfterKey(template, start, event.key);
    if (slot === undefined) return;
    event.preventDefault();
    onStart(slot);
    const sheet = event.currentTarget.closest('fieldset');
    sheet?.querySelector<HTMLInputElement>(`input[value="${slot}"]`)?.focus();
  };
  return (
    <fieldset className={styles.picker} aria-describedby={`${name}-hint`}>
      <legend className={styles.legend}>{t('sheet.start')}</legend>
      <p id={`${name}-hint`} className={styles.hint}>
        {t('sheet.startHint')}
      </p>
      <div className={styles.sheet} style={{ aspectRatio: `${width} / ${height}` }}>
        {slots.map((slot) => {
          const box = slotBox(template, slot);
          return (
            <label
              key={slot}
              className={classes(styles.slot, slot < start && styles.gone, slot === start && styles.first)}
              style={{
                left: percent(box.x, width),
                top: percent(box.y, height),
                width: percent(box.width, width),
                height: percent(box.height, height),
              }}
            >
              <input
                type="radio"
                name={name}
                value={slot}
                checked={slot === start}
                aria-label={t('sheet.slot', { slot })}
                onChange={() => onStart(slot)}
                onKeyDown={goByKey}
              />
              <span aria-hidden="true">{slot}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
