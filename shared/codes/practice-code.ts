import { type Code, makeCode } from './code.ts';

/**
 * The code on the practice label: a command that every installation knows and that books nothing anywhere. The same in
 * all of them, so that a practice label of another house does no harm either; it is never issued for anything else.
 */
export const practiceCode: Code = makeCode(9_123_456_789);
