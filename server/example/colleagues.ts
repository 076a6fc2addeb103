import type { Role } from '../../shared/permissions.ts';

export interface Colleague {
  name: string;
  email: string;
  roles: readonly Role[];
  /** Somebody who has left: is not let in. */
  left?: boolean;
}

/** All made up. Addresses end in `.example`, which nobody can own (RFC 2606). */
export const colleagues = {
  marit: { name: 'Marit Hoekwater', email: 'marit@merendrecht.example', roles: ['mailroom'] },
  joost: { name: 'Joost Duinker', email: 'joost@merendrecht.example', roles: ['mailroom'] },
  johanna: { name: 'Johanna Verschoor', email: 'johanna@merendrecht.example', roles: ['crm'] },
  ruben: { name: 'Ruben Stolwijk', email: 'ruben@merendrecht.example', roles: ['campaign'] },
  omer: { name: 'Ömer Çelik', email: 'omer@merendrecht.example', roles: ['records'] },
  pieter: { name: 'Pieter Aldering', email: 'pieter@merendrecht.example', roles: ['privacy'] },
  gerda: { name: 'Gerda Vliet', email: 'gerda@merendrecht.example', roles: ['crm'], left: true },
  ilse: { name: 'Ilse Brandwijk', email: 'ilse@merendrecht.example', roles: ['admin'] },
} as const satisfies Record<string, Colleague>;

export type ColleagueKey = keyof typeof colleagues;

/** Everybody's. It protects nothing: there is nothing real behind it. */
export const examplePassword = 'paper boats in the rain';

/** Who can sign in, a line each: what for, who, with which address. */
export function whoCanSignIn(): string[] {
  const present = Object.values<Colleague>(colleagues).filter(({ left }) => !left);
  const width = Math.max(...present.map(({ roles }) => roles.join(', ').length));
  const emails = Math.max(...present.map(({ email }) => email.length));
  return present.map(
    ({ name, email, roles }) => `${roles.join(', ').padEnd(width)}   ${email.padEnd(emails)}   ${name}`,
  );
}
