import type { system as english } from '../en/system.ts';

export const system: typeof english = {
  about: {
    title: 'Over Spoor',
    lead: 'Volgt papier met een streepjescode, zonder te scannen wat erop staat.',
    version: 'Versie',
    node: 'Node.js',
    postgres: 'PostgreSQL',
    embedded: 'in de eigen gegevensmap van Spoor',
    outside: 'extern, door een ander beheerd',
    licence: 'Licentie',
    health: 'Toestand',
    well: 'In orde',
    unwell: 'Niet in orde',
    part: {
      database: 'Database',
      migrations: 'Indeling van de database is bij',
      events: 'Geschiedenis van stukken',
      jobs: 'Werk op de achtergrond',
    },
    packages: 'Gebruikte pakketten',
    packagesLead_one: '{{count}} pakket van anderen, met de licentie.',
    packagesLead_other: '{{count}} pakketten van anderen, elk met de licentie.',
    find: 'Zoek een pakket of licentie',
    package: 'Pakket',
    packageVersion: 'Versie',
    packageLicence: 'Licentie',
    noneFound: 'Geen pakket past bij “{{text}}”.',
    found_one: '{{count}} pakket',
    found_other: '{{count}} pakketten',
  },
};
