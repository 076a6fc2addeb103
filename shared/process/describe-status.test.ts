import { expect, test } from 'vitest';
import { builtInDocumentTypes } from './built-in.ts';
import type { ProcessDefinition } from './definition.ts';
import { describeStatus } from './describe-status.ts';
import { replay } from './replay.ts';

function processOf(key: string): ProcessDefinition {
  const found = builtInDocumentTypes.find((each) => each.type.key === key);
  if (!found) throw new Error(`no built-in type ${key}`);
  return found.process;
}

test('the status is said in words', () => {
  const say = (key: string, ...moments: string[]) => {
    const events = moments.map((moment, index) => ({ id: String(index), kind: 'moment' as const, moment }));
    const values = replay(processOf(key), events);
    const [en, nl] = (['en', 'nl'] as const).map((each) => describeStatus(processOf(key), values, each));
    return [en?.headline, ...(en?.beside ?? []), nl?.headline, ...(nl?.beside ?? [])].join(' / ');
  };
  expect([
    say('letter'),
    say('letter', 'mailed'),
    say('letter', 'undeliverable'),
    say('coupon', 'mailed'),
    say('coupon', 'answered-yes', 'remark'),
    say('coupon', 'mailed', 'undeliverable-moved'),
    say('contract', 'mailed'),
    say('contract', 'signed'),
    say('contract', 'signed-incomplete'),
  ]).toEqual([
    'Not yet mailed / Nog niet verzonden',
    'Sent / Verzonden',
    'Undeliverable / Onbestelbaar',
    'No answer yet / Nog geen antwoord',
    'Yes / With a remark / Ja / Met opmerking',
    'Undeliverable: moved / Onbestelbaar: verhuisd',
    'Not signed yet / Nog niet getekend',
    'Signed / Getekend',
    'Signed, but incomplete / Getekend, maar onvolledig',
  ]);
});

test('the details give each variable with its number, also one that cannot be', () => {
  const details = describeStatus(processOf('coupon'), { sent: 1, answer: 77 }, 'nl').details;
  expect(details).toEqual([
    { variable: 'sent', label: 'Verzonden', value: 1, valueLabel: 'Ja' },
    { variable: 'answer', label: 'Antwoord', value: 77, valueLabel: '77' },
    { variable: 'undeliverable', label: 'Onbestelbaar', value: 0, valueLabel: 'Nee' },
    { variable: 'remark', label: 'Opmerking', value: 0, valueLabel: 'Nee' },
  ]);
});
