import { findMailingTitle } from '../mailings/mailings.service.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';

export interface MailingTitle {
  id: string;
  name: string;
  /** How many papers it has. */
  documents: number;
}

/** Neither changes once it is issued, and a mailroom has a few mailings before it: each is read once. */
const known = new WeakMap<Database, Map<string, MailingTitle>>();

const most = 5_000;

export async function getMailingTitle({ db }: Context, id: string): Promise<MailingTitle> {
  const titles = known.get(db) ?? new Map<string, MailingTitle>();
  known.set(db, titles);
  const present = titles.get(id);
  if (present) return present;
  const title = await findMailingTitle(db, id);
  if (!title) throw new Error(`mailing ${id} has papers, but is gone`);
  if (titles.size >= most) titles.clear();
  titles.set(id, title);
  return title;
}
