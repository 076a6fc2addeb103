import type { scan as english } from '../en/scan.ts';

export const scan: typeof english = {
  camera: {
    picture: 'Live beeld van de camera',
    starting: 'De camera start',
    several: 'Meer dan één code. Laat er één zien.',
    stays: 'Het beeld verlaat dit scherm nooit.',
    device: 'Camera',
    unnamed: 'Camera {{number}}',
    light: 'Licht',
    retry: 'Opnieuw proberen',
    problem: {
      'permission-refused': 'De camera mag niet gebruikt worden',
      'no-camera': 'Geen camera gevonden',
      unplugged: 'De camera is losgekoppeld',
      taken: 'Een ander programma gebruikt de camera',
      'not-secure-context': 'Op dit adres geen camera',
      other: 'De camera doet het niet',
    },
    todo: {
      'permission-refused':
        'Sta de camera toe via het teken naast het adres van deze pagina. Daarna gaat het scannen vanzelf verder.',
      'no-camera': 'Sluit er een aan: die start vanzelf. Een handscanner en typen werken ook zonder.',
      unplugged: 'Steek de stekker er weer in: het gaat vanzelf verder. Wat geboekt is, blijft geboekt.',
      taken:
        'Sluit het andere programma, misschien een videogesprek. Om de paar seconden wordt het opnieuw geprobeerd.',
      'not-secure-context':
        'Browsers geven de camera alleen aan adressen met https, of op deze computer zelf. Vraag je beheerder naar het https-adres. Een handscanner en typen werken hier ook.',
      other:
        'Om de paar seconden wordt het opnieuw geprobeerd. Helpt dat niet, laad deze pagina dan opnieuw.',
    },
  },
  typing: {
    label: 'Of typ de twaalf cijfers',
    more_one: 'nog {{count}} cijfer',
    more_other: 'nog {{count}} cijfers',
    notDigits: '“{{character}}” is geen cijfer.',
    tooLong: 'Dat zijn meer dan twaalf cijfers.',
    reserved: 'Geen code begint met 0.',
    swapped: 'De controlecijfers kloppen niet. Zijn de cijfers {{position}} en {{next}} verwisseld?',
    wrongAt: 'De controlecijfers kloppen niet. Is cijfer {{positions}} fout?',
    wrong: 'De controlecijfers kloppen niet. Vergelijk ze met het stuk.',
  },
};
