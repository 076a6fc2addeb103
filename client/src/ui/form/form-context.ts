import { createContext, useContext } from 'react';

/** What the fields of a form know about it: what is wrong with them, by name. */
export const FormContext = createContext<{ failures: Readonly<Record<string, string>> }>({ failures: {} });

/** The ids that tie a field, its hint and its error together. */
export function useFieldIds(name: string) {
  const error = useContext(FormContext).failures[name];
  const id = fieldId(name);
  return {
    error,
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    describedBy(hint: unknown) {
      const ids = [error && `${id}-error`, hint ? `${id}-hint` : undefined].filter(Boolean);
      return ids.length === 0 ? undefined : ids.join(' ');
    },
  };
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`;
}
