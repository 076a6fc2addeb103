import type { Code } from '../../shared/codes/code.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import type { PathStep, PlaceKind, PlaceView } from '../../shared/contracts/places.ts';
import { fieldError } from '../../shared/errors.ts';
import { type ContainerKind, classOf, type LocationKind } from '../../shared/places/placement.ts';
import type { Context } from '../platform/context.ts';
import type { Transaction } from '../platform/db/database.ts';
import type { Actor } from '../platform/http/actor.ts';
import { getParent, makePlaces } from './make-places.ts';
import { findHighestNumber, listTakenNames, lockNames, type PlaceRow } from './places.queries.ts';
import { nameRow, numberedName, wordsFor } from './places.rules.ts';
import { refuseFull } from './refuse-full.ts';
import { nameTaken, refuseTakenName } from './refuse-taken-name.ts';
import { showPlace } from './show-place.ts';

interface NewLocation {
  name: string;
  kind: LocationKind;
  country?: string | null | undefined;
  in?: Code | null | undefined;
  capacity?: number | null | undefined;
}

/** Throws `not-found`, `name-taken`, `issuing-stopped`, and `invalid-request` where it may not stand there. */
export async function addLocation(context: Context, actor: Actor, asked: NewLocation): Promise<PlaceView> {
  const { name, kind, country = null, in: parentCode = null, capacity = null } = asked;
  const made = await inTransaction(context, actor, { name }, async (tx, by) => {
    const parent = (await getParent(tx, kind, parentCode))?.code ?? null;
    return makePlaces(tx, { kind, names: [name], parent, country, capacity }, by);
  });
  return showMade(context, made);
}

interface NewContainer {
  /** Undefined: the next number of its kind in the whole house. */
  name?: string | undefined;
  kind: ContainerKind;
  in: Code;
  capacity?: number | null | undefined;
}

/** Throws `not-found`, `name-taken`, `place-full` and `issuing-stopped`. `language` is that of a name which it gives itself. */
export async function addContainer(
  context: Context,
  actor: Actor,
  asked: NewContainer,
  language: Language,
): Promise<PlaceView> {
  const { kind, capacity = null } = asked;
  const made = await inTransaction(
    context,
    actor,
    { name: asked.name ?? 'one of this name' },
    async (tx, by) => {
      await lockNames(tx);
      const parent = await getParent(tx, kind, asked.in);
      if (parent) await refuseFull(tx, parent);
      const name = asked.name ?? (await nextName(tx, kind, language, asked.in));
      return makePlaces(tx, { kind, names: [name], parent: asked.in, country: null, capacity }, by);
    },
  );
  return showMade(context, made);
}

/** With the lock on names. The next number, or one further on where a place of another kind there is called so. */
async function nextName(
  tx: Transaction,
  kind: ContainerKind,
  language: Language,
  parent: Code,
): Promise<string> {
  let number = (await findHighestNumber(tx, kind, wordsFor(kind))) + 1;
  while ((await listTakenNames(tx, parent, [numberedName(kind, language, number)])).length > 0) number += 1;
  return numberedName(kind, language, number);
}

interface NewRow {
  kind: PlaceKind;
  in: Code;
  /** Before the running part; the ends are letters or numbers, both included. */
  prefix: string;
  from: string;
  to: string;
  capacity?: number | null | undefined;
}

/** All of the row or nothing. Throws `not-found`, `name-taken`, `place-full`, `issuing-stopped` and `invalid-request`. */
export async function addRow(context: Context, actor: Actor, asked: NewRow): Promise<{ items: PathStep[] }> {
  const { kind, prefix, capacity = null } = asked;
  const row = nameRow(asked);
  if ('field' in row) {
    throw fieldError(row.field, row.objection.code, `${row.objection.message}. Nothing was made.`);
  }
  const { names } = row;
  const made = await inTransaction(context, actor, { prefix }, async (tx, by) => {
    const isContainer = classOf(kind) === 'container';
    if (isContainer) await lockNames(tx);
    const parent = await getParent(tx, kind, asked.in);
    refuseTaken(await listTakenNames(tx, asked.in, names));
    if (isContainer && parent) await refuseFull(tx, parent, names.length);
    return makePlaces(tx, { kind, names, parent: asked.in, country: null, capacity }, by);
  });
  return { items: made.map(({ code, name }) => ({ code, name, kind })) };
}

function refuseTaken(taken: readonly string[]): void {
  if (taken.length === 0) return;
  const shown = taken.slice(0, 5).join(', ') + (taken.length > 5 ? ` and ${taken.length - 5} more` : '');
  throw nameTaken('prefix', `There is ${shown} in this place already. Choose other ends or another prefix`);
}

type Make = (tx: Transaction, by: { now: Date; byUser: string }) => Promise<PlaceRow[]>;

/** `named`: the field that a taken name comes from, with what it says. */
function inTransaction(
  context: Context,
  actor: Actor,
  named: { name: string } | { prefix: string },
  make: Make,
): Promise<PlaceRow[]> {
  const by = { now: context.clock.now(), byUser: actor.userId };
  const [field, taken] =
    'name' in named ? (['name', named.name] as const) : (['prefix', `one of ${named.prefix}`] as const);
  return context.db
    .transaction()
    .execute((tx) => make(tx, by))
    .catch(refuseTakenName(field, `There is ${taken} in this place already. Choose another ${field}`));
}

function showMade(context: Context, [made]: PlaceRow[]): Promise<PlaceView> {
  if (!made) throw new Error('nothing was made');
  return showPlace(context, made.code);
}
