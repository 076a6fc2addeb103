import { useTranslation } from 'react-i18next';

/** What was done, in words; an action without words yet stands as it is. */
export function useActionText() {
  const { i18n } = useTranslation('accounts');
  return (action: string): string => {
    const key = `action.${action}`;
    return i18n.exists(key, { ns: 'accounts' }) ? String(i18n.t(key as never, { ns: 'accounts' })) : action;
  };
}
