import { z } from 'zod';
import type { Code } from '../../shared/codes/code.ts';
import { recordAccess } from '../accounts/accounts.service.ts';
import { listInPlace, presentDocuments, seesCustomers } from '../documents/documents.service.ts';
import { getPlace } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import type { Actor, Origin } from '../platform/http/actor.ts';
import { pageOf, readCursor } from '../platform/http/cursor.ts';

const cursorKey = z.object({ code: z.string() });

interface Page {
  cursor?: string | undefined;
  limit: number;
}

/** The papers that lie directly in a place, by code; on record where it says whose they are. Throws `not-found`. */
export async function listContents(context: Context, actor: Actor, origin: Origin, place: Code, page: Page) {
  const { db } = context;
  await getPlace(db, place);
  const after = readCursor(cursorKey, page.cursor)?.code as Code | undefined;
  const found = pageOf(await listInPlace(db, place, after, page.limit), page.limit, ({ code }) => ({ code }));
  const named = seesCustomers(actor);
  if (named) {
    const subject = { kind: 'place', id: place };
    await recordAccess(context, actor, origin, { action: 'contents.listed', subject });
  }
  const items = await presentDocuments(context, found.rows, origin.language, named);
  return { items, nextCursor: found.nextCursor };
}
