import { useTranslation } from 'react-i18next';

/** A variable of a process in words; one without words here stands as it is called. */
export function useVariableText() {
  const { i18n } = useTranslation('mailings');
  return (name: string): string => {
    const key = `variable.${name}`;
    return i18n.exists(key, { ns: 'mailings' }) ? String(i18n.t(key as never, { ns: 'mailings' })) : name;
  };
}
