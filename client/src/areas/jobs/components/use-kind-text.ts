import { useTranslation } from 'react-i18next';

/** A kind of job in words; one without words yet stands as it is. */
export function useKindText() {
  const { i18n } = useTranslation('jobs');
  return (kind: string): string => {
    const key = `kind.${kind}`;
    return i18n.exists(key, { ns: 'jobs' }) ? String(i18n.t(key as never, { ns: 'jobs' })) : kind;
  };
}
