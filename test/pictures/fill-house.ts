import { fillRegister } from '../browser/support/fill-register.ts';
import type { House } from '../browser/support/screens.ts';
import { ApiClient } from '../support/api-client.ts';

export interface FilledHouse extends House {
  clients: Record<'admin' | 'mailroom' | 'privacy', ApiClient>;
}

const password = 'paper boats in the rain';
const organisation = {
  name: 'Gemeentelijk Waterbedrijf Merendrecht',
  language: 'en',
  timeZone: 'Europe/Amsterdam',
};

/** All made up. Names of every length, somebody without a password, somebody who has left. */
const people = [
  { name: 'Marit Hoekwater', email: 'marit@merendrecht.example', roles: ['mailroom'], password },
  { name: 'Pieter Aldering', email: 'pieter@merendrecht.example', roles: ['privacy'], password },
  { name: 'Ruben Stolwijk', email: 'ruben@merendrecht.example', roles: ['campaign', 'records'] },
  {
    name: 'Johanna Wilhelmina van Ravestein-Dool',
    email: 'j.w.van.ravestein-dool@merendrecht.example',
    roles: ['crm'],
  },
  { name: 'Ömer Çelik', email: 'omer@merendrecht.example', roles: [], password },
];

/** An office as it looks after some weeks, made through the API. */
export async function fillHouse(url: string, setUpLink: string): Promise<FilledHouse> {
  const admin = new ApiClient(url);
  await must(
    admin.post('/setup', {
      token: new URL(setUpLink).hash.slice(1),
      organisation,
      administrator: { name: 'Ilse Brandwijk', email: 'ilse@merendrecht.example', password },
    }),
  );
  const ids: string[] = [];
  for (const person of people) {
    const { body } = await must(admin.post<{ id: string }>('/users', person));
    ids.push(body.id);
  }
  const [, , personId = '', linkedId = '', leftId = ''] = ids;
  await must(admin.patch(`/users/${leftId}`, { active: false }));
  const link = await must(admin.post<{ url: string }>(`/users/${linkedId}/password-link`, {}));
  const [mailroom, privacy] = [await signIn(url, people[0]), await signIn(url, people[1])];
  await must(admin.get(`/users/${personId}`));
  const register = await fillRegister(admin, new Date());
  return { url, personId, passwordLink: link.body.url, ...register, clients: { admin, mailroom, privacy } };
}

async function signIn(url: string, person: { email: string } | undefined): Promise<ApiClient> {
  const client = new ApiClient(url);
  await must(client.post('/session', { email: person?.email, password }));
  return client;
}

async function must<A extends { status: number; body: unknown }>(answering: Promise<A>): Promise<A> {
  const answer = await answering;
  if (answer.status >= 400) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
