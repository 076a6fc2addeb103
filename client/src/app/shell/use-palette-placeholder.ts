import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../shared/permissions.ts';
import { useSession } from '../session.ts';

const findable = [
  ['customer', 'customers.read'],
  ['code', 'documents.read'],
  ['mailing', 'mailings.read'],
  ['place', 'places.read'],
  ['person', 'accounts.read'],
] as const satisfies [string, Permission][];

/** Names only what this person can find: "Customer, code, place or page". */
export function usePalettePlaceholder(): string {
  const { t, i18n } = useTranslation('common');
  const { may } = useSession();
  const names = findable.filter(([, permission]) => may(permission)).map(([name]) => t(`palette.a.${name}`));
  // American English would put a comma before the "or".
  const list = new Intl.ListFormat(i18n.language === 'en' ? 'en-GB' : i18n.language, { type: 'disjunction' });
  const text = list.format([...names, t('palette.a.page')]);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
