import { expect, test } from 'vitest';
import * as enAccounts from './en/accounts.ts';
import * as enCommon from './en/common.ts';
import * as enJobs from './en/jobs.ts';
import * as enOrganisation from './en/organisation.ts';
import * as enSystem from './en/system.ts';
import * as nlAccounts from './nl/accounts.ts';
import * as nlCommon from './nl/common.ts';
import * as nlJobs from './nl/jobs.ts';
import * as nlOrganisation from './nl/organisation.ts';
import * as nlSystem from './nl/system.ts';

type Entry = [key: string, text: string];

function entries(value: object, path = ''): Entry[] {
  return Object.entries(value).flatMap(([key, inner]): Entry[] =>
    typeof inner === 'string' ? [[`${path}${key}`, inner]] : entries(inner as object, `${path}${key}.`),
  );
}

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test.each([
  ['common', enCommon, nlCommon],
  ['accounts', enAccounts, nlAccounts],
  ['organisation', enOrganisation, nlOrganisation],
  ['jobs', enJobs, nlJobs],
  ['system', enSystem, nlSystem],
])('the Dutch texts of %s fill in the same things as the English ones', (_area, english, dutch) => {
  const translated = new Map(entries(dutch));
  for (const [key, text] of entries(english)) {
    expect(variables(translated.get(key) ?? ''), key).toEqual(variables(text));
    expect(translated.get(key)?.trim(), key).not.toBe('');
  }
});
