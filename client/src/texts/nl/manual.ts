import type { manual as english } from '../en/manual.ts';

export const manual: typeof english = {
  article: {
    start: {
      title: 'Hoe Spoor werkt',
      lead: 'Elk stuk krijgt een nummer voor het de deur uit gaat. Eén scan als het terugkomt, en je weet wat ervan kwam en waar het ligt.',
      parts: {
        way: {
          title: 'De weg van één stuk',
          text: `1. Je [klanten](customers) komen uit je CRM, als kenmerk en naam.
2. Je [geeft een mailing uit](mailings): elke klant krijgt een stuk met een eigen code.
3. Je [drukt de etiketten af](labels) en plakt er op elk stuk een.
4. Je meldt dat de mailing verzonden is.
5. Wat terugkomt, wordt [gescand](scanning) en in een doos gelegd.
6. Het [dossier](dossiers) van de klant toont het antwoord en de doos.`,
        },
        find: {
          title: 'Alles vinden',
          text: `Druk op elke pagina behalve de scanpost op **Ctrl K** (**⌘ K** op een Mac), of op het zoekveld bovenaan. Zoek daar op naam, kenmerk, code, plaats of pagina.

Ook een handscanner werkt op elke pagina: scan een stuk of een doos en de pagina ervan gaat open. Geboekt wordt daarmee niets. Boeken doe je alleen op de scanpost.`,
        },
        first: {
          title: 'De eerste vijf minuten',
          text: `Op de startpagina staan de eerste stappen, wat gedaan is en wat nu komt. Je kunt ze opbergen en hier, onder Hulp, weer tevoorschijn halen.

Wil je het scannen proberen, neem dan het oefenetiket: dat telt nergens mee.`,
        },
        never: {
          title: 'Wat Spoor nooit doet',
          text: `Spoor bewaart van geen enkel stuk een afbeelding. Het camerabeeld wordt op je eigen scherm gelezen en weggegooid. Het verlaat het scherm nooit.`,
        },
      },
    },
    scanning: {
      title: 'De post scannen',
      lead: 'Zeg wat de stapel is, scan een doos, en dan stuk na stuk. Je handen blijven bij het papier.',
      parts: {
        pile: {
          title: 'Een stapel boeken',
          text: `1. Open **Scannen**. Geef de scanpost de eerste keer een naam, bijvoorbeeld Posttafel 1. Elke scan draagt die naam.
2. Kies het moment, bijvoorbeeld het antwoord ja, op het scherm of van het opdrachtenblad.
3. Scan de doos of plank waar de stukken in gaan.
4. Scan de stukken een voor een. Doe met elk wat het scherm in grote letters zegt.

Moment en doos gelden voor elk stuk tot je andere kiest. Zonder moment worden stukken alleen in de doos opgeborgen; is er ook geen doos, dan worden ze alleen opgezocht.`,
        },
        each: {
          title: 'Een gemengde stapel',
          text: `Kies **Per stuk**. Scan een stuk en zeg dan wat het is, op het scherm of van het opdrachtenblad. Pas als je het gezegd hebt, is het geboekt.`,
        },
        ways: {
          title: 'Camera, handscanner, typen',
          text: `- De camera leest een stuk dat je ervoor houdt, ook scheef of onscherp. Met twee codes in beeld wordt er niets geboekt: laat er één zien.
- Een handscanner werkt meteen, waar je ook het laatst geklikt hebt.
- De twaalf cijfers kun je typen. De laatste twee verraden een typefout.

Probeer ze alle drie met het oefenetiket onder **Oefenen met scannen**. Dat telt nergens mee.`,
        },
        back: {
          title: 'Iets terugdraaien',
          text: `Druk op de pijl naast een scan in de lijst, druk op **F8**, of scan **UNDO** van het opdrachtenblad. Het stuk is dan weer zoals het was. In de geschiedenis staan beide.

Is er na die scan nog iets gebeurd, dan draait Spoor niets terug en beslist iemand: zie [Apart gelegd](set-aside).`,
        },
        stop: {
          title: 'Als het scherm Stop zegt',
          text: `De server antwoordt niet, of je sessie is afgelopen. Houd het stuk vast: het is nog niet geboekt. Tot de scan is aangekomen, wordt er niets meer aangenomen. Spoor verstuurt hem vanzelf opnieuw, en hij telt één keer.

Is je sessie afgelopen, dan is de scanpost afgedekt. Meld je ter plekke weer aan: het stuk in je hand wordt dan geboekt.`,
        },
      },
    },
    outcomes: {
      title: 'Wat de uitkomsten betekenen',
      lead: 'Elke scan eindigt in één woord met een teken, een kleur en een geluid. Hier staat wat je bij elk doet.',
      parts: {
        booked: {
          title: 'Geboekt',
          text: `Het telt. Leg het stuk waar het scherm zegt.`,
        },
        already: {
          title: 'Al geboekt',
          text: `Hetzelfde was al eerder geboekt. Er is niets veranderd, en het telt één keer. Het scherm zegt wie het boekte en wanneer.`,
        },
        aside: {
          title: 'Apart gelegd',
          text: `De scan spreekt tegen wat geboekt is, bijvoorbeeld ja na nee. Beide zijn bewaard. Is er een doos gekozen, dan gaat het stuk daar gewoon in, zodat het te vinden is; leg het anders bij Vragen. Scan door; iemand [beslist](set-aside).`,
        },
        refused: {
          title: 'Geweigerd',
          text: `Zo kan het niet geboekt worden: de doos is vol, of bij dit soort stukken hoort dat moment niet. Het scherm zegt waarom en wat je doet. Er is niets kwijt.`,
        },
        unknown: {
          title: 'Onbekend',
          text: `Niemand hier heeft deze code uitgegeven, of de controlecijfers kloppen niet. Vergelijk ze met het stuk. Klopt het, dan is het stuk niet van jullie: leg het apart.`,
        },
        seen: {
          title: 'Gezien',
          text: `Er was geen moment en geen doos gekozen, dus het stuk is alleen opgezocht. Het scherm zegt wat ervan kwam en waar het ligt.`,
        },
        halves: {
          title: 'Twee tekens tegelijk',
          text: `Over het antwoord en de plaats wordt apart beslist. Een antwoord gaat niet verloren omdat de doos vol is: het scherm toont beide, het antwoord boven.`,
        },
      },
    },
    'set-aside': {
      title: 'Beslissen over wat apart ligt',
      lead: 'Spreekt een scan tegen wat geboekt is, dan wacht die hier tot iemand beslist.',
      parts: {
        decide: {
          title: 'Beslissen',
          text: `1. Open **Apart gelegd**. Wat het langst wacht, staat bovenaan.
2. Pak het stuk waar het volgens de lijst ligt, of van de stapel Vragen, en bekijk het.
3. Druk op **Beslissen** en kies wat geldt: de scan, wat geboekt is, of geen van beide.
4. Schrijf op waarom, voor wie het later vraagt. Geen namen: de reden blijft bewaard.

De rollen Campagnes en Archief beslissen. De postkamer ziet wat er wacht. Tot dan staat ook bij het stuk zelf, in het [dossier](dossiers) en overal waar het antwoord staat, dat een scan iets anders zegt.`,
        },
        why: {
          title: 'Waarom iets wacht',
          text: `- **Twee antwoorden**: het stuk kwam terug met een ander antwoord dan geboekt is, of de post bracht het ook nog terug.
- **Te lang geleden gescand**: de scan kwam na meer dan 180 dagen bij de server aan.
- **Veranderd sinds de scan**: na de scan die je wilde terugdraaien is nog iets geboekt.`,
        },
        refused: {
          title: 'Geweigerd',
          text: `Onder **Geweigerd** staan scans die niet geboekt zijn: codes die niemand heeft uitgegeven, en stukken die geannuleerd zijn. Ze staan bij geen enkel stuk in de geschiedenis. Er valt niets te beslissen; kijk hier als een scanpost slecht leest of een stapel van een ander is.`,
        },
      },
    },
    dossiers: {
      title: 'Een klant opzoeken',
      lead: 'Wat is er verstuurd, wat kwam terug, met welk antwoord, en waar is het stuk: op één pagina.',
      parts: {
        find: {
          title: 'De klant vinden',
          text: `Open **Dossiers** en typ een deel van de naam, de plaats of het kenmerk. Een tikfout mag. Of druk op een willekeurige pagina op **Ctrl K**.

Vanuit je CRM kom je bij een dossier met het kenmerk, op het adres /customers/by-ref/ met het kenmerk erachter.`,
        },
        read: {
          title: 'Het dossier lezen',
          text: `De eerste zin vat samen. Eronder staan de stukken, elk met wat ervan kwam, sinds wanneer, en waar het is. Kies een stuk voor de plaats, de kernpunten en de geschiedenis.

Bij de plaats staat hoe die bekend is: gescand, met de doos meeverhuisd, gemeld, of afgeleid uit wat eerder gebeurde.`,
        },
        doubt: {
          title: 'Als bij een stuk Apart gelegd staat',
          text: `Een scan zegt iets anders dan wat geboekt is, en wacht op een beslissing. Tot iemand beslist, geldt wat geboekt is, en staat bij het stuk wat de scan zei en wanneer: in het dossier, op de eigen pagina, bij de mailing en in de doos. Vertel de klant dus niet dat het zeker is.

De eerste zin zegt hoeveel er **wachten op een beslissing**; druk je daarop, dan zie je alleen die. Wie mag beslissen, komt met **Hierover beslissen** bij de scan: zie [Apart gelegd](set-aside).`,
        },
        letter: {
          title: 'Eén brief sturen',
          text: `Druk op **Brief sturen** en kies wat het is. Het stuk wordt meteen uitgegeven, met een eigen code. Druk bij **Mailing** op de naam om het etiket af te drukken en, als het op de post is, te melden dat het verzonden is. De rol Campagnes mag dit.`,
        },
        record: {
          title: 'Je inzage is vastgelegd',
          text: `Spoor schrijft op wie van welke klant het dossier of een stuk opende, en wanneer. Wie over privacy gaat, leest dat in het [inzagelog](access-log).`,
        },
      },
    },
    papers: {
      title: 'Eén stuk',
      lead: 'De status in woorden, de plaats, de kernpunten en alles wat er ooit mee gebeurde.',
      parts: {
        place: {
          title: 'Waar het is',
          text: `De plaats is een pad van de locatie tot de doos. Kijk je daar en ligt het stuk er niet, druk dan op **Ligt hier niet**. De plaats is dan onbekend, met jouw naam en de tijd erbij. De volgende scan zet dat recht.`,
        },
        points: {
          title: 'Kernpunten',
          text: `Sommige soorten stukken hebben een paar feiten die het bewaren waard zijn, zoals een nummer, een bedrag of een dag. Druk op **Kernpunten wijzigen** om ze in te vullen. Schrijf verder niets over van wat op het stuk staat.`,
        },
        history: {
          title: 'Geschiedenis',
          text: `Elke gebeurtenis staat er met de tijd, de persoon en de scanpost. Niemand kan een gebeurtenis wijzigen of verwijderen. Een vergissing wordt met een nieuwe rechtgezet.`,
        },
        cancel: {
          title: 'Een stuk annuleren',
          text: `Een stuk dat nog niet verzonden is, kun je annuleren. Het is dan vervallen, en de code wordt nooit meer gebruikt: gooi weg wat al is afgedrukt.`,
        },
      },
    },
    customers: {
      title: 'Klanten binnenhalen',
      lead: 'Van elk een kenmerk en een naam. Ze komen uit een bestand van je CRM, of je voert ze een voor een in.',
      parts: {
        import: {
          title: 'Een bestand inlezen',
          text: `1. Bewaar de lijst in je CRM of spreadsheet als CSV UTF-8. Op de eerste regel staan de namen van de kolommen; **kenmerk** en **naam** zijn nodig.
2. Open **Dossiers**, druk op **Klanten inlezen** en kies het bestand.
3. Spoor laat zien wat er zou gebeuren: hoeveel er nieuw zijn, gewijzigd, hetzelfde, of overgeslagen en waarom. Er is nog niets veranderd.
4. Druk op **klanten inlezen**; op de knop staat hoeveel het er zijn.

Lees hetzelfde bestand opnieuw in als het CRM veranderd is. Klanten die er niet in staan, blijven.`,
        },
        wrong: {
          title: 'Overgeslagen regels',
          text: `Elke regel staat er met het regelnummer en wat er niet klopt. Bewaar de lijst, verbeter de regels in het bestand en lees het opnieuw in. De rest blijft dan hetzelfde.`,
        },
        mail: {
          title: 'Wie geen post mag krijgen',
          text: `Zet **Mailings** van een klant op bezwaar, overleden of adres klopt niet. Geen mailing gaat dan nog naar deze klant. In een bestand heet de kolom **geen post**. Een lege cel daar heft het nooit op; alleen het woord nee doet dat.`,
        },
        address: {
          title: 'Adressen blijven niet',
          text: `Adresregels dienen om brieven af te drukken. Ze worden gewist, enige tijd nadat de laatste mailing van de klant is afgesloten. Een beheerder stelt het aantal dagen in onder **Organisatie**.`,
        },
      },
    },
    mailings: {
      title: 'Een mailing uitgeven en volgen',
      lead: 'Een mailing is een partij stukken die samen de deur uit gaan, elk met een eigen code.',
      parts: {
        issue: {
          title: 'Uitgeven',
          text: `1. Open **Mailings** en druk op **Mailing uitgeven**.
2. Geef een naam, kies de documentsoort en zeg wanneer je uiterlijk antwoord verwacht.
3. Kies alle klanten, of plak een lijst met kenmerken.
4. Kijk wat er wordt uitgegeven en wie afvalt.
5. Druk op **Mailing uitgeven**.

Codes worden één keer gemaakt en nooit opnieuw gebruikt. Grote mailings kosten tijd; je kunt de pagina verlaten.`,
        },
        out: {
          title: 'De deur uit',
          text: `Druk de [etiketten](labels) af, of neem de **Samenvoeggegevens** mee naar je brievenprogramma: één regel per stuk, met de code. Is de post de deur uit, druk dan op **Verzonden melden** en geef de dag.

Tot dan kun je de mailing in zijn geheel annuleren. Vergeet je het te melden, dan gaat er geen antwoord verloren: een stuk dat terugkomt was verzonden, en dat leidt Spoor eruit af.`,
        },
        figures: {
          title: 'De cijfers lezen',
          text: `Elk getal is een link naar de stukken erachter. Aandelen zijn van wat verzonden is, of van wat beantwoord is; dat staat erbij. **Nog geen antwoord** is verzonden, niet beantwoord en niet door de post teruggebracht; ook een stuk dat zonder antwoord in een doos ligt. Vanaf de dag na de verwachte dag tellen zulke stukken als te laat; sla ze op als CSV om ze na te lopen.`,
        },
        close: {
          title: 'Afsluiten',
          text: `Sluit een mailing af als je niets meer verwacht. Wat toch nog binnenkomt, wordt gewoon geteld. De dagen tot de adresregels worden gewist, gaan dan lopen.`,
        },
      },
    },
    labels: {
      title: 'Etiketten afdrukken',
      lead: 'Op elk etiket staan een QR-code en een streepjescode met dezelfde twaalf cijfers. Is de ene gevouwen of gevlekt, dan is de andere vaak nog te lezen.',
      parts: {
        mailing: {
          title: 'Van een mailing',
          text: `1. Open de mailing en druk op **Etiketten**.
2. Kies het vel dat in de printer ligt. Is het al gebruikt? Kies dan het eerste etiket dat er nog op zit.
3. Bekijk de eerste pagina en sla de etiketten op als pdf.
4. Druk af op 100 %, nooit aangepast aan de pagina.

Een gescheurd etiket druk je opnieuw af onder **Eén etiket opnieuw**, met het volgnummer.`,
        },
        places: {
          title: 'Van planken en dozen',
          text: `Open de plaats en druk op **Etiketten**. Je kunt de plaats zelf afdrukken, of alles wat erin staat. De naam is zo groot dat je hem van een afstand leest.`,
        },
        commands: {
          title: 'Opdrachtenblad',
          text: `Onder **Etiketten** sla je het opdrachtenblad op: elk moment, en UNDO, CLEAR en DONE, als codes om te scannen. Leg het naast de scanner. Het blijft geldig als een documentsoort verandert.`,
        },
        printer: {
          title: 'Als etiketten naast hun stickers vallen',
          text: `Druk de testpagina af op gewoon papier. Leg een liniaal langs de schalen: elk is precies 150 mm. Klopt dat niet, dan schaalt de printer: kies 100 % of Werkelijke grootte. Houd de pagina met een leeg vel tegen het licht om te zien of de hoeken op die van de etiketten vallen.`,
        },
      },
    },
    places: {
      title: 'Plaatsen en dozen',
      lead: 'Waar papier ligt: locatie, gebouw, ruimte, kast, plank, en de mappen, dozen, bakken en kratten die erop staan.',
      parts: {
        make: {
          title: 'Plaatsen maken',
          text: `Begin met een locatie en het land. Open daarna een plaats en druk op **Erin maken**: één plaats, of een hele rij tegelijk, zoals Doos 215 tot en met 240. Je mag niveaus overslaan. Elke plaats krijgt een eigen code; [druk het etiket af](labels#places).

De rol Archief mag dit.`,
        },
        away: {
          title: 'Stukken in een doos opbergen',
          text: `Scan op de scanpost de doos en dan de stukken. Scan je een andere doos, dan wordt dat de doos.`,
        },
        move: {
          title: 'Een doos verhuizen',
          text: `Open de doos, druk op **Verhuizen** en geef de nieuwe plaats. Alles wat erin ligt, gaat mee. Locaties, ruimtes en planken blijven waar ze zijn.`,
        },
        full: {
          title: 'Capaciteit',
          text: `Geef een plaats een capaciteit, en Spoor zegt hoe vol die is en weigert wat te veel is. Alleen wat er rechtstreeks in ligt, telt. Zonder capaciteit wordt niets geweigerd.`,
        },
        list: {
          title: 'Een lijst voor in de doos',
          text: `**Lijst afdrukken** geeft wat er in de plaats hoort te liggen, om in de doos te leggen.`,
        },
      },
    },
    people: {
      title: 'Mensen en rollen',
      lead: 'Wie met Spoor werkt en wat hij mag.',
      parts: {
        add: {
          title: 'Iemand toevoegen',
          text: `1. Open **Mensen** en druk op **Iemand toevoegen**. Heb je ook ander werk in Spoor, dan staat het onder **Beheer**.
2. Vul naam en e-mailadres in en kies de rollen.
3. Overhandig de eenmalige link zelf. Spoor verstuurt geen mail.

Met de link kiest hij een wachtwoord en is hij aangemeld. Een vergeten wachtwoord gaat net zo: maak een nieuwe link op zijn pagina.`,
        },
        roles: {
          title: 'Wat de rollen mogen',
          text: `- **Postkamer** scant stukken en bergt ze op. Van wie ze zijn, ziet de postkamer niet.
- **Klantcontact** zoekt klanten, dossiers, stukken en plaatsen op, en boekt niets.
- **Campagnes** mag hetzelfde, leest klanten in, geeft mailings uit, drukt etiketten af, leest cijfers en beslist over wat apart ligt.
- **Archief** maakt en verhuist plaatsen, scant, en beslist over wat apart ligt.
- **Privacy** leest het inzagelog en mag dossiers openen.
- **Beheerder** beheert mensen, de organisatie en taken.

Meer rollen tellen bij elkaar op. Een beheerder die klanten moet zien, heeft er een rol bij nodig; wie Spoor heeft ingericht, heeft om te beginnen elke rol.`,
        },
        leave: {
          title: 'Iemand vertrekt',
          text: `Druk op **Deactiveren**. Hij is overal meteen afgemeld en kan zich niet meer aanmelden. Er wordt niets verwijderd: wat onder de naam gedaan is, blijft vastliggen. De laatste beheerder kun je niet deactiveren.`,
        },
      },
    },
    'access-log': {
      title: 'Inzagelog',
      lead: 'Wie persoonsgegevens bekeek, wanneer en vanwaar. Niemand kan het wijzigen.',
      parts: {
        read: {
          title: 'Lezen',
          text: `Kies een persoon, wat er gedaan is, en de dagen. Het nieuwste staat bovenaan. Onder het dossier van een klant staat **Wie dit inzag**: dat toont wie de gegevens van die klant inzag. Het log bewaart geen namen van klanten en mailings; het toont hoe ze nu heten, en wat sindsdien gewist is. Ook het lezen van het log wordt vastgelegd.

Een dossier openen, klanten zoeken of inlezen, de stukken van een mailing opslaan en de etiketten ervan afdrukken: het staat er allemaal.`,
        },
        not: {
          title: 'Wat er niet in staat',
          text: `Zoekwoorden worden niet bewaard. In het log staat dat iemand klanten doorzocht, niet wat hij typte.`,
        },
      },
    },
    administration: {
      title: 'Spoor draaiend houden',
      lead: 'Voor de beheerder: de organisatie, werk op de achtergrond, kopieën en de opdrachtregel.',
      parts: {
        organisation: {
          title: 'Organisatie',
          text: `Naam en tijdzone gelden voor iedereen, de taal voor wie er zelf geen gekozen heeft. Geef het adres van een klant in je CRM met {ref} erin, en dossiers krijgen een link daarheen.`,
        },
        jobs: {
          title: 'Taken',
          text: `Grote bestanden en mailings gaan op de achtergrond door. **Taken** toont hoe ver ze zijn en kan ze stoppen. Na een storing worden ze vanzelf hervat.`,
        },
        copy: {
          title: 'Een kopie van alles maken',
          text: `1. Stop Spoor.
2. Kopieer de gegevensmap met alles erin.
3. Start Spoor weer.

De kopie is volledig. Bewaar die even veilig als het origineel: in de map staan de wachtwoorden van de database.`,
        },
        resume: {
          title: 'Na terugzetten: geen nieuwe codes',
          text: `Een kopie of een teruggezette database zou nummers kunnen uitgeven die al op papier staan. Daarom geeft Spoor daar geen nieuwe codes uit; al het andere werkt. Weet je dat het origineel niet meer gebruikt wordt, geef dan **npm run spoor -- codes resume**.`,
        },
        verify: {
          title: 'Bewijzen dat er niets kwijt is',
          text: `**npm run spoor -- verify** loopt alle stukken en hun geschiedenis na en zegt of er iets kwijt, veranderd of twee keer uitgegeven is. Dat kan terwijl Spoor draait.`,
        },
        camera: {
          title: 'De camera gaat niet open',
          text: `Browsers geven de camera alleen aan adressen met https, of op de computer zelf. Geef Spoor een certificaat met SPOOR_TLS_CERT en SPOOR_TLS_KEY, of zet het achter een proxy die er een heeft. Een handscanner en typen werken ook zonder.`,
        },
      },
    },
    account: {
      title: 'Aanmelden, en je eigen account',
      lead: 'Je naam, taal, wachtwoord, en waar je bent aangemeld.',
      parts: {
        signin: {
          title: 'Aanmelden',
          text: `Gebruik je e-mailadres en wachtwoord. Na vijf foute wachtwoorden achter elkaar wacht je even; de pagina zegt hoe lang. Vergeten? Een beheerder maakt een eenmalige link voor je.

De allereerste keer open je de link die Spoor bij het starten toont.`,
        },
        ended: {
          title: 'Als je sessie afloopt',
          text: `Een sessie loopt na een dag af, of na vier uur zonder gebruik. Wat je had ingevuld en nog niet verstuurd, blijft staan: de pagina is afgedekt, zodat niemand haar kan lezen, tot je je wachtwoord opnieuw geeft. Daarna ben je terug waar je was. Had je net op een knop gedrukt, dan is er niets verstuurd: druk nog een keer.

Heb je je in een ander tabblad weer aangemeld, dan gaat de pagina vanzelf verder. Met **Iemand anders** verlaat je de pagina. Wat je had ingevuld is dan weg; Spoor vraagt eerst of dat mag.`,
        },
        own: {
          title: 'Je eigen gegevens wijzigen',
          text: `Druk bovenaan op je naam en op **Mijn account**. De taal is voor jou alleen. Licht of donker wordt op dit apparaat bewaard.`,
        },
        sessions: {
          title: 'Waar je bent aangemeld',
          text: `De lijst toont elke browser met een sessie van jou. Beëindig wat je niet kent. Wijzig je je wachtwoord, dan eindigen alle andere.`,
        },
      },
    },
    keys: {
      title: 'Toetsen',
      lead: 'Alles wat zonder muis gaat.',
      parts: {
        everywhere: {
          title: 'Op elke pagina',
          text: `- **?** opent de hulp bij de pagina waar je bent. In een veld is het gewoon een vraagteken.
- **Ctrl K** of **⌘ K** doorzoekt alles (niet op de scanpost).
- **Tab** gaat verder, **Shift Tab** terug, **Esc** sluit wat open is.
- De eerste **Tab** op een pagina biedt aan om naar de inhoud te springen.`,
        },
        station: {
          title: 'Op de scanpost',
          text: `- **F2** kiest een ander moment.
- **F3** vraagt om de volgende doos.
- **F8** draait de laatste scan terug.
- **F9** zegt dat de stapel klaar is.
- **Esc** wist moment en doos.

Geen cijfer is een sneltoets: een handscanner zou hem indrukken. UNDO, CLEAR en DONE op het opdrachtenblad doen hetzelfde als F8, Esc en F9.`,
        },
      },
    },
    glossary: {
      title: 'Woorden',
      lead: 'Wat de woorden in Spoor betekenen.',
      parts: {
        paper: {
          title: 'Stuk',
          text: `Eén tastbaar stuk papier (een brief, coupon of contract) met een eigen code. Nooit een bestand, nooit een afbeelding. In de API heet het document.`,
        },
        code: {
          title: 'Code',
          text: `De twaalf cijfers van een etiket: tien zijn het nummer, twee zijn controlecijfers die een typefout verraden. Het eerste cijfer zegt waar het bij hoort: 1 tot en met 6 een stuk, 7 een doos of iets dergelijks, 8 een plank of andere vaste plaats, 9 een opdracht. Over de klant zegt het niets, en het wordt nooit opnieuw gebruikt.`,
        },
        type: {
          title: 'Documentsoort',
          text: `Wat voor stuk het is: brief, coupon of contract. De soort zegt welke antwoorden er kunnen zijn en welke kernpunten worden bewaard.`,
        },
        process: {
          title: 'Proces',
          text: `Wat er met stukken van een soort kan gebeuren: de statusvariabelen, hun waarden, en de momenten die ze zetten. Een gewijzigd proces is een nieuwe versie; stukken houden de versie waarmee ze zijn uitgegeven.`,
        },
        status: {
          title: 'Status',
          text: `Wat er van een stuk kwam, als kleine getallen met woorden erbij: verzonden, antwoord, onbestelbaar, opmerking. De status is waar de gebeurtenissen op uitkomen.`,
        },
        moment: {
          title: 'Moment',
          text: `Een punt in het leven van een stuk waarop de status verandert: verzonden, antwoord ja, onbestelbaar. Elk heeft een opdrachtcode die overal hetzelfde betekent.`,
        },
        event: {
          title: 'Gebeurtenis',
          text: `Eén ding dat met één stuk gebeurde: wat, wie, waar, wanneer het gebeurde en wanneer het is vastgelegd. Nooit gewijzigd, nooit verwijderd.`,
        },
        mailing: {
          title: 'Mailing',
          text: `Een partij stukken die samen zijn uitgegeven, met een soort en misschien een dag waarop antwoord verwacht wordt. Een losse brief is een mailing van één.`,
        },
        customer: {
          title: 'Klant',
          text: `Het minste dat nodig is van de persoon of organisatie bij wie het stuk hoort: het kenmerk in het CRM, een naam, misschien een plaats. Adresregels alleen zolang ze nodig zijn.`,
        },
        dossier: {
          title: 'Dossier',
          text: `Alles wat Spoor van één klant weet: stukken, antwoorden, plaatsen. De andere helft van het dossier staat in je CRM.`,
        },
        keypoints: {
          title: 'Kernpunten',
          text: `De paar feiten van een stuk die het overtypen waard zijn: een nummer, een bedrag, een dag. Nooit een afbeelding.`,
        },
        location: {
          title: 'Vaste plaats',
          text: `Een locatie, gebouw, ruimte, kast of plank. Die verhuist niet.`,
        },
        container: {
          title: 'Doos en dergelijke',
          text: `Een map, doos, bak of krat. Die verhuist, en wat erin ligt gaat mee.`,
        },
        putaway: {
          title: 'Opbergen',
          text: `Een stuk in een doos of op een plank scannen.`,
        },
        undeliverable: {
          title: 'Onbestelbaar',
          text: `Wat de post ongelezen terugbrengt: verhuisd, onbekend op het adres, geweigerd, overleden, adres onvolledig. Wat de klant terugstuurt, is een antwoord.`,
        },
        overdue: {
          title: 'Te laat',
          text: `Verzonden, niet beantwoord, niet door de post teruggebracht, en voorbij de dag waarop antwoord verwacht werd.`,
        },
        aside: {
          title: 'Apart gelegd',
          text: `Een scan die tegenspreekt wat geboekt is. Beide blijven bewaard tot iemand beslist; tot dan staat bij het stuk dat er twijfel is.`,
        },
        seen: {
          title: 'Gezien',
          text: `Een stuk dat is gescand zonder moment en zonder doos. Het is opgezocht; er is niets geboekt.`,
        },
        void: {
          title: 'Vervallen',
          text: `Geannuleerd voor het verzonden werd. De code wordt nooit meer gebruikt.`,
        },
        station: {
          title: 'Scanpost',
          text: `Een tafel waar gescand wordt: een browser met een camera of handscanner. Hij heeft een naam, en de scans dragen die.`,
        },
        commands: {
          title: 'Opdrachtenblad',
          text: `Een blad met codes om te scannen in plaats van ergens op te drukken: de momenten, en UNDO, CLEAR en DONE.`,
        },
        practice: {
          title: 'Oefenetiket',
          text: `Een etiket dat iedereen mag scannen. Het telt nergens mee en boekt niets.`,
        },
      },
    },
  },
};
