import type { Chance } from './chance.ts';

/** A customer of the water company, made up. */
export interface MadeCustomer {
  ref: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  doNotMail: string;
  business: boolean;
}

const given =
  'Aafke Arend Bram Cato Daan Dewi Douwe Elif Emre Fenna Floris Fatima Geert Hanna Hidde Ilona Imke Jelle Jara Karim Klaske Lotte Lars Mees Meral Nienke Noor Okke Pien Quinten Roos Rik Sanne Sietse Tess Teun Ursula Vera Wout Yara Ziva'.split(
    ' ',
  );
const before = ['', '', '', '', 'van ', 'van der ', 'van den ', 'de ', 'ter '];
const surnames =
  'Aldering Beekzicht Brugmans Dijkhof Duinker Eikenaar Fluiter Geuzebroek Grondel Haverland Hoogland Iepenburg Kadewaal Klaverveld Kranenborg Lisdodde Meerman Molenkamp Noordsloot Oeverhout Plasman Rietdekker Sluizeman Spaarnhof Terpstee Uiterwaard Veenhuis Waterink Wilgenpas Zandkreek Zuidwal Ümitoğlu Petrović Papadakis Nováková Ångström'.split(
    ' ',
  );
const firms = [
  'Bakkerij Dijkhof',
  'Bloemenkas De Drie Linden',
  'Brouwerij Het Sluisje',
  'Camping Aan de Plas',
  'Drukkerij Merendrecht',
  'Fietsenmakerij Spaakvol',
  'Garage Kadezijl',
  'Hotel De Waag',
  'Kapsalon Knip en Zo',
  'Kwekerij Zonneveld',
  'Melkveebedrijf Terpstee',
  'Openbare Basisschool De Rietkraag',
  'Restaurant De Gouden Snoek',
  'Schildersbedrijf Kranenborg',
  'Stichting tot Behoud van de Waterlopen in en om Merendrecht en Oudewaal',
  'Stomerij Helder',
  'Timmerfabriek Eikenaar',
  'Verzorgingshuis De Boogerd',
  'VvE De Sluiswachter',
  'VvE Kadezicht 2 t/m 48',
  'Wasserij Noordsloot',
  'Zwembad De Waterlelie',
] as const;
const streets =
  'Sluisweg Kadestraat Lindelaan Molenpad Rietgors Veerplein Oudewaalseweg Dijkgraafstraat Zwanenhof Watertorenlaan Poldermolen Karekietstraat'.split(
    ' ',
  );
const cities: readonly [city: string, postcode: string][] = [
  ['Merendrecht', '9981'],
  ['Merendrecht', '9982'],
  ['Oudewaal', '9984'],
  ['Kadezijl', '9987'],
];

const households = 178;
/** Who asked for no mailings, by place in the list. */
const asked: Record<number, string> = {
  17: 'objection',
  63: 'objection',
  101: 'bad address',
  140: 'objection',
};

/** Two hundred customers, the same each time for the same chance. */
export function makeCustomers(chance: Chance): MadeCustomer[] {
  const names = new Set<string>();
  while (names.size < households) {
    names.add(`${chance.pick(given)} ${chance.pick(before)}${chance.pick(surnames)}`);
  }
  const people = [...names].map((name) => ({ name, business: false }));
  const all = [...people, ...firms.map((name) => ({ name, business: true }))];
  return all.map(({ name, business }, index) => {
    const [city, area] = chance.pick(cities);
    const letters = String.fromCharCode(65 + chance.below(20), 65 + chance.below(20));
    return {
      ref: `MW-${String(48_201 + index * 7).padStart(7, '0')}`,
      name,
      street: `${chance.pick(streets)} ${1 + chance.below(180)}`,
      postcode: `${area} ${letters}`,
      city,
      doNotMail: asked[index] ?? '',
      business,
    };
  });
}

/** As the CRM would save them. */
export function customersAsCsv(customers: readonly MadeCustomer[]): string {
  const line = ({ ref, name, street, postcode, city, doNotMail }: MadeCustomer) =>
    [ref, name, street, postcode, city, doNotMail].join(';');
  return ['ref;name;address1;postcode;city;doNotMail', ...customers.map(line)].join('\r\n');
}
