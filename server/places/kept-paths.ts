import { KeptRows } from '../platform/db/kept-rows.ts';
import type { PlacePath } from './paths.queries.ts';

/** For showing only; forgotten when a place is made, moved, renamed or taken away. */
export const keptPaths = new KeptRows<PlacePath>(10_000);
