import type { organisation as english } from '../en/organisation.ts';

export const organisation: typeof english = {
  administration: 'Beheer',
  setUp: {
    title: 'Spoor inrichten',
    lead: 'Een paar dingen, één keer. Alles is later te wijzigen.',
    organisation: 'Organisatie',
    administrator: 'Jij, de eerste beheerder',
    yourName: 'Je naam',
    email: 'E-mailadres',
    emailHint: 'Om mee aan te melden. Spoor stuurt er geen mail heen.',
    password: 'Wachtwoord',
    submit: 'Spoor inrichten',
    next: 'Wat er daarna gebeurt',
    nextSignedIn: 'Je bent aangemeld, als beheerder, en hebt ook elke andere rol.',
    nextPeople: 'Je voegt de mensen toe die met papier werken, elk met de rollen die passen.',
    nextOnce: 'De link waarmee je hier kwam heeft dan zijn werk gedaan en opent niets meer.',
    noToken: 'Aan dit adres ontbreekt het laatste stuk',
    noTokenText:
      'Open de hele eenmalige link die bij het opstarten van Spoor verscheen: in het terminalvenster of in het logboek van de dienst.',
    wrongToken: 'Deze link werkt niet',
    wrongTokenText:
      'Zolang Spoor niet is ingericht, geeft elke start een nieuwe link; alleen de laatste werkt. Je vindt hem in het terminalvenster of in het logboek van de dienst.',
    done: 'Spoor is al ingericht',
    doneText: 'Meld je aan. Wie nog geen account heeft, kan dat aan een beheerder vragen.',
    signIn: 'Naar het aanmelden',
  },
  settings: {
    title: 'Organisatie',
    lead: 'Voor iedereen die hier met Spoor werkt.',
    name: 'Naam van de organisatie',
    nameHint: 'Zoals die bij het aanmelden staat',
    language: 'Taal',
    languageHint: 'Voor wie er zelf geen heeft gekozen',
    timeZone: 'Tijdzone',
    timeZoneHint: 'Hierin worden dagen en tijden getoond. Typ een stuk van de naam, bijvoorbeeld de stad.',
    crmLink: 'Adres van een klant in het CRM',
    crmLinkHint:
      'Met {ref} op de plek van het kenmerk van de klant, zoals https://crm.example/contacts/{ref}. Dossiers verwijzen er dan naar.',
    crmLinkWrong: 'Geef een webadres met {ref} erin, zoals https://crm.example/contacts/{ref}',
    addressDays: 'Dagen dat adresregels bewaard blijven',
    addressDaysHint: 'Geteld vanaf het afsluiten van de laatste mailing van een klant; daarna verdwijnen ze',
    addressDaysWrong: 'Geef een heel aantal dagen, van 0 tot en met 3650',
  },
};
