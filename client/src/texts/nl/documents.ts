import type { documents as english } from '../en/documents.ts';

export const documents: typeof english = {
  toDossier: 'Naar het dossier van {{name}}',
  notFound: 'Geen enkel stuk heeft deze code',
  notFoundText:
    'De code is goed geschreven, maar is hier nooit uitgegeven voor een stuk. Het kan een etiket zijn van een andere organisatie, of van een kopie van Spoor.',
  find: 'Klant zoeken',
  wrongCode: 'Dit is geen code van een stuk',
  wrongCodeText:
    'Een code heeft twaalf cijfers, in groepjes van vier. Vergelijk hem cijfer voor cijfer met het stuk.',
};
