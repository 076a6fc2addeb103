import {
  answers,
  is,
  momentsAround,
  remarkVariable,
  sentVariable,
  undeliverableVariable,
  words,
} from './built-in-parts.ts';
import type { ProcessDefinition } from './definition.ts';
import type { DocumentTypeDefinition } from './document-type.ts';

/** A document type with its process, as they are there at the first start. */
export interface BuiltInDocumentType {
  type: DocumentTypeDefinition;
  process: ProcessDefinition;
}

const undecided: Omit<DocumentTypeDefinition, 'key' | 'name'> = {
  scopes: { sales: null, loyalty: null, care: null },
  keyPoints: [],
  defaultPlace: null,
  instructions: {},
};

/** A letter goes out, and may come back undelivered or with something written on it. */
const letter: BuiltInDocumentType = {
  type: { key: 'letter', name: words('Letter', 'Brief'), ...undecided },
  process: {
    variables: [sentVariable(words('Sent', 'Verzonden')), undeliverableVariable, remarkVariable],
    moments: momentsAround(null, []),
    answer: null,
    headline: ['undeliverable', 'sent'],
    beside: ['remark'],
  },
};

/** A coupon brings a yes or a no. */
const coupon: BuiltInDocumentType = {
  type: { key: 'coupon', name: words('Coupon', 'Coupon'), ...undecided },
  process: {
    variables: [
      sentVariable(words('No answer yet', 'Nog geen antwoord')),
      {
        name: 'answer',
        label: words('Answer', 'Antwoord'),
        values: [
          is(0, words('None', 'Geen')),
          is(1, words('Yes', 'Ja'), words('Yes', 'Ja')),
          is(2, words('No', 'Nee'), words('No', 'Nee')),
          is(8, words('Unclear', 'Onduidelijk'), words('Answer unclear', 'Antwoord onduidelijk')),
        ],
        initial: 0,
      },
      undeliverableVariable,
      remarkVariable,
    ],
    moments: momentsAround('answer', [
      answers('answered-yes', words('Answer: yes', 'Antwoord: ja'), 'answer', 1),
      answers('answered-no', words('Answer: no', 'Antwoord: nee'), 'answer', 2),
      answers('answered-unclear', words('Answer: unclear', 'Antwoord: onduidelijk'), 'answer', 8),
    ]),
    answer: 'answer',
    headline: ['answer', 'undeliverable', 'sent'],
    beside: ['remark'],
  },
};

const signedIncompletely = words('Signed, but incomplete', 'Getekend, maar onvolledig');

/** A contract comes back signed, or does not. */
const contract: BuiltInDocumentType = {
  type: { key: 'contract', name: words('Contract', 'Contract'), ...undecided },
  process: {
    variables: [
      sentVariable(words('Not signed yet', 'Nog niet getekend')),
      {
        name: 'signature',
        label: words('Signature', 'Handtekening'),
        values: [
          is(0, words('None', 'Geen')),
          is(1, words('Signed', 'Getekend'), words('Signed', 'Getekend')),
          is(2, words('Declined', 'Afgewezen'), words('Declined', 'Afgewezen')),
          is(8, words('Incomplete', 'Onvolledig'), signedIncompletely),
        ],
        initial: 0,
      },
      undeliverableVariable,
      remarkVariable,
    ],
    moments: momentsAround('signature', [
      answers('signed', words('Signed', 'Getekend'), 'signature', 1),
      answers('declined', words('Declined', 'Afgewezen'), 'signature', 2),
      answers('signed-incomplete', signedIncompletely, 'signature', 8),
    ]),
    answer: 'signature',
    headline: ['signature', 'undeliverable', 'sent'],
    beside: ['remark'],
  },
};

/**
 * Letter, coupon, contract. Nothing but data: each could have been made with an editor, and can be changed with
 * one. Only the first start reads them; after that the versions in the database count.
 */
export const builtInDocumentTypes: readonly BuiltInDocumentType[] = [letter, coupon, contract];
