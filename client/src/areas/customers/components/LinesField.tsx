import { FieldFrame, type FieldProps } from '../../../ui/form/Field.tsx';
import formStyles from '../../../ui/form/Form.module.css';
import { useFieldIds } from '../../../ui/form/form-context.ts';

/** Several lines, as they stand on an envelope. */
export function LinesField({ name, label, hint, defaultValue }: FieldProps & { defaultValue: string }) {
  const { error, id, describedBy } = useFieldIds(name);
  return (
    <FieldFrame name={name} label={label} optional {...(hint && { hint })}>
      <div className={formStyles.control}>
        <textarea
          id={id}
          name={name}
          rows={5}
          className={formStyles.input}
          defaultValue={defaultValue}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(hint)}
        />
      </div>
    </FieldFrame>
  );
}
