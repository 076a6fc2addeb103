import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AccessLogEntryView } from '../../../../../shared/contracts/privacy.ts';
import type { Permission } from '../../../../../shared/permissions.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { Second } from '../../../ui/Table.tsx';

type Subject = NonNullable<AccessLogEntryView['subject']>;

/** What was looked at: by what it is called now, by its reference for who may not read that, or that it was erased. */
function useSubjectText() {
  const { t } = useTranslation('accounts');
  return ({ kind, id, name, ref, gone }: Subject): string => {
    if (gone) return t(`log.subject.gone.${isErasable(kind) ? kind : 'other'}`, { id: shortId(id) });
    if (name !== null) return ref === null ? name : t('log.subject.withRef', { name, ref });
    return t(`log.subject.${isErasable(kind) || kind === 'place' ? kind : 'other'}`, { id: ref ?? id });
  };
}

/** Over a log of looks at one person or thing alone. */
export function useOnlyText() {
  const { t } = useTranslation('accounts');
  const subjectText = useSubjectText();
  return (subject: Subject): string => {
    const { kind, id, gone } = subject;
    if (!gone) return t('log.onlyOf', { what: subjectText(subject) });
    return t(`log.onlyGone.${isErasable(kind) ? kind : 'other'}`, { id: shortId(id) });
  };
}

/** Nothing else is left of it; enough to tell two apart. */
function shortId(id: string): string {
  return `…${id.slice(-6)}`;
}

/** A place is taken away, but never erased: its name stays in the history of papers. */
function isErasable(kind: string): kind is 'user' | 'customer' | 'mailing' {
  return ['user', 'customer', 'mailing'].includes(kind);
}

/** The same, leading to its own page for who may open that; what is gone, to all looks at it. */
export function SubjectLink({ subject }: { subject: Subject }) {
  const { may } = useSession();
  const subjectText = useSubjectText();
  const path = pathOf(subject, may);
  return <Second>{path ? <Link to={path}>{subjectText(subject)}</Link> : subjectText(subject)}</Second>;
}

function pathOf({ kind, id, gone }: Subject, may: (permission: Permission) => boolean): string | undefined {
  if (gone) return `${paths.accessLog}?subject=${encodeURIComponent(id)}`;
  if (kind === 'user' && may('accounts.read')) return paths.person(id);
  if (kind === 'customer' && may('dossiers.read')) return paths.customer(id);
  if (kind === 'mailing' && may('mailings.read')) return paths.mailing(id);
  if (kind === 'place' && may('places.read')) return paths.place(id);
  return undefined;
}
