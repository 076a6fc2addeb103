import type { Text } from '../../shared/process/definition.ts';

/** What stands on sheets beside what people have named themselves. Languages as everywhere: English, Dutch. */

/** What the station's own commands do, by their names. */
export const commandWords: Readonly<Record<string, Text>> = {
  UNDO: { en: 'Undo the last scan', nl: 'Scan terugdraaien' },
  CLEAR: { en: 'Clear moment and place', nl: 'Moment en plaats wissen' },
  DONE: { en: 'Done', nl: 'Klaar' },
};

/** On the label that everybody may scan as often as he likes. */
export const practiceWords = {
  title: { en: 'Practice label', nl: 'Oefenetiket' },
  counts: { en: 'Counts nowhere', nl: 'Telt nergens mee' },
  advice: {
    en: 'Print it, or leave it on the screen: scan it as often as you like. Nothing is booked.',
    nl: 'Druk het af of laat het op het scherm staan: scan het zo vaak je wilt. Er wordt niets geboekt.',
  },
} as const satisfies Record<string, Text>;

export const commandSheetTitle: Text = { en: 'Command sheet', nl: 'Opdrachtenblad' };

export const testPageWords = {
  title: { en: 'Test page', nl: 'Testpagina' },
  advice: {
    en: 'Print at 100 % (actual size), not fitted to the page.',
    nl: 'Druk af op 100 % (werkelijke grootte), niet passend gemaakt.',
  },
  ruler: {
    en: 'Lay a ruler beside both scales: each is 150 mm long.',
    nl: 'Leg een liniaal langs beide schalen: elk is 150 mm.',
  },
  sheet: {
    en: 'Hold a sheet of labels behind it: the corners must meet.',
    nl: 'Houd er een etikettenvel achter: de hoeken vallen samen.',
  },
} as const satisfies Record<string, Text>;
