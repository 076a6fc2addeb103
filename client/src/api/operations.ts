import type { contracts } from '../../../shared/contracts/index.ts';

// Types only: the schemas behind the contracts (and zod with them) load with the first form, not with the
// first page. An address that no contract knows does not compile.
type Areas = typeof contracts;
type AnyEndpoint = { [A in keyof Areas]: Areas[A][keyof Areas[A]] }[keyof Areas];

/** Every operation by its address, e.g. `get /users/{id}`. */
export type Operations = { [E in AnyEndpoint as `${E['method']} ${E['path']}`]: E };
export type Address = keyof Operations;
