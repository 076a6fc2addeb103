import { builtInDocumentTypes } from '../../shared/process/built-in.ts';
import type { TestApp } from './test-app.ts';

/** A document type that an organisation made for itself, with a variable and values that only it has words for. */
export async function makeOwnType({ database }: TestApp): Promise<void> {
  const letter = builtInDocumentTypes.find(({ type }) => type.key === 'letter');
  if (!letter) throw new Error('no letter to make it after');
  const asGiven = (words: string) => ({ en: words, nl: words });
  const zone = {
    name: 'zone',
    label: asGiven('Zone Noord/Süd'),
    values: [
      { value: 0, label: asGiven('Unzoned'), says: null },
      { value: 1, label: asGiven('P+R'), says: null },
    ],
    initial: 0,
  };
  const definition = {
    type: { ...letter.type, key: 'permit', name: asGiven('Parking permit') },
    process: {
      ...letter.process,
      variables: [...letter.process.variables.filter(({ name }) => name === 'sent'), zone],
      moments: letter.process.moments.filter(({ name }) => name === 'mailed'),
      headline: ['sent'],
      beside: [],
    },
  };
  await database.query(
    `with made as (insert into document_types (key, created_at) values ('permit', now()) returning id)
     insert into processes (document_type_id, version, definition, created_at)
     select id, 1, $1::jsonb, now() from made`,
    [JSON.stringify(definition)],
  );
}
