import { DomainError } from '../../shared/errors.ts';
import { violatedConstraint } from '../platform/db/constraints.ts';

/** For `catch`: what the database says of a second place of that name becomes `name-taken`. */
export function refuseTakenName(field: string, message: string): (error: unknown) => never {
  return (error) => {
    if (violatedConstraint(error) !== 'places_name_key') throw error;
    throw nameTaken(field, message);
  };
}

/** `message` says whose name it is and how to mend it. */
export function nameTaken(field: string, message: string): DomainError {
  return new DomainError('name-taken', `${message}. Nothing was changed.`, {
    errors: [{ field, code: 'name-taken', message }],
  });
}
