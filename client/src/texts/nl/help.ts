import type { help as english } from '../en/help.ts';

export const help: typeof english = {
  title: 'Hulp',
  lead: 'Een korte handleiding, per soort werk.',
  print: 'Afdrukken',
  search: {
    label: 'Zoek in de handleiding',
    found_one: '{{count}} plek gevonden',
    found_other: '{{count}} plekken gevonden',
    nothing: 'Niets in de handleiding past bij “{{text}}”. Probeer een ander woord, of minder woorden.',
  },
  group: {
    everybody: 'Voor iedereen',
    station: 'Aan de scanpost',
    contact: 'Met de klant aan de lijn',
    campaigns: 'Mailings en klanten',
    archive: 'Archief en privacy',
    administrator: 'Voor de beheerder',
  },
  beside: {
    title: 'Bij de hand',
    firstSteps: 'De eerste vijf minuten',
    firstStepsText: 'Wat gedaan is en wat nu komt, op de startpagina.',
    practice: 'Oefenen met scannen',
    practiceText: 'Een etiket dat nergens meetelt, voor camera, handscanner en typen.',
    postDesk: 'Werkinstructie voor de posttafel',
    postDeskText: 'Eén pagina om af te drukken, met UNDO, CLEAR en DONE als codes.',
    key: 'Druk op elke pagina op ? voor de hulp die erbij hoort.',
  },
  dialog: {
    asPage: 'Openen als pagina, in een nieuw tabblad',
    all: 'Alle hulp, in een nieuw tabblad',
    close: 'Sluiten',
  },
  postDesk: {
    title: 'Werkinstructie voor de posttafel',
    lead: 'Druk deze pagina af en leg die naast de scanner.',
    stepsTitle: 'Een stapel, stap voor stap',
    steps: {
      pile: 'Scan wat de stapel is, van het opdrachtenblad.',
      box: 'Scan de doos waar de stukken in gaan.',
      papers: 'Scan de stukken, een voor een.',
      read: 'Doe met elk wat het scherm in grote letters zegt.',
      done: 'Scan DONE als de stapel klaar is.',
    },
    outcomesTitle: 'Wat het scherm zegt',
    outcomes: {
      booked: { word: 'Geboekt', todo: 'Het telt. Leg het in de doos.' },
      already: { word: 'Al geboekt', todo: 'Er is niets veranderd. Leg het waar het scherm zegt.' },
      aside: { word: 'Apart gelegd', todo: 'Leg het waar het scherm zegt. Iemand beslist.' },
      refused: { word: 'Geweigerd', todo: 'Lees waarom, en doe wat het scherm zegt.' },
      unknown: {
        word: 'Onbekend',
        todo: 'Vergelijk de cijfers. Kloppen ze, dan is het niet van ons: leg het apart.',
      },
    },
    stopTitle: 'Het scherm zegt Stop',
    stopText:
      'Houd het stuk vast: het is nog niet geboekt. Spoor verstuurt het vanzelf opnieuw, en het telt één keer.',
    commandsTitle: 'Scannen in plaats van toetsen',
    commandsText: 'De momenten staan op het opdrachtenblad, onder Etiketten. Druk af op 100 %.',
  },
};
