/**
 * The manual, an article a screen. In a text, an empty line parts paragraphs, `- ` and `1. ` begin items, **so** stands
 * what is written on the screen, and [words](article#part) lead elsewhere in the manual.
 */
export const manual = {
  article: {
    start: {
      title: 'How Spoor works',
      lead: 'Every paper gets a number before it leaves the house. One scan when it comes back says what came of it and where it lies.',
      parts: {
        way: {
          title: 'The way of one paper',
          text: `1. Your [customers](customers) come from your CRM, as a reference and a name.
2. You [issue a mailing](mailings): each customer gets a paper with a code of its own.
3. You [print the labels](labels) and stick one on each paper.
4. You mark the mailing as mailed.
5. What comes back is [scanned](scanning) and put into a box.
6. The customer’s [dossier](dossiers) shows the answer and the box.`,
        },
        find: {
          title: 'Find anything',
          text: `Press **Ctrl K** (**⌘ K** on a Mac) on any page but the station, or press the search at the top. It takes a name, a reference, a code, a place or a page.

A hand scanner works on every page as well: scan a paper or a box, and its page opens. Nothing is booked by that. Booking is done at the station only.`,
        },
        first: {
          title: 'The first five minutes',
          text: `The start page shows the first steps, what is done and what comes next. You can put them away and take them out again here, under Help.

To try scanning, use the practice label: it counts nowhere.`,
        },
        never: {
          title: 'What Spoor never does',
          text: `Spoor keeps no picture of any paper. The camera’s picture is read on your own screen and thrown away. It never leaves the screen.`,
        },
      },
    },
    scanning: {
      title: 'Scan the post',
      lead: 'Say what the pile is, scan a box, and then paper after paper. Hands stay on the paper.',
      parts: {
        pile: {
          title: 'Book a pile',
          text: `1. Open **Scan**. The first time, give the station a name, such as Post desk 1. Each scan carries it.
2. Choose the moment, for example the answer yes, on the screen or from the command sheet.
3. Scan the box or shelf that the papers go into.
4. Scan the papers one by one. Do with each what the screen says in large letters.

Moment and box hold for every paper until you choose others. Without a moment papers are only put away in the box; without a box as well they are only looked up.`,
        },
        each: {
          title: 'A mixed pile',
          text: `Choose **Ask each**. Scan a paper, then say what it is, on the screen or from the command sheet. The paper is booked when you have said it, not before.`,
        },
        ways: {
          title: 'Camera, hand scanner, typing',
          text: `- The camera reads a paper that is held before it, also turned or blurred. With two codes in the picture nothing is booked: show one.
- A hand scanner works at once, wherever you clicked last.
- The twelve digits can be typed. The last two catch a slip.

Try all three with the practice label under **Practise scanning**. It counts nowhere.`,
        },
        back: {
          title: 'Take something back',
          text: `Press the arrow beside a scan in the list, press **F8**, or scan **UNDO** from the command sheet. The paper is then as it was before. Its history shows both.

If something came after that scan, Spoor takes nothing back and a person decides: see [Set aside](set-aside).`,
        },
        stop: {
          title: 'When the screen says Stop',
          text: `The server does not answer, or your session has ended. Hold on to the paper: it is not booked yet. Nothing more is taken until the scan has got through. Spoor sends it again by itself, and it counts once.

If your session has ended, the station is covered. Sign in on the spot: the paper in your hand is booked then.`,
        },
      },
    },
    outcomes: {
      title: 'What the outcomes mean',
      lead: 'Each scan ends in one word with a sign, a colour and a sound. This is what each asks of you.',
      parts: {
        booked: {
          title: 'Booked',
          text: `It counts. Put the paper where the screen says.`,
        },
        already: {
          title: 'Already booked',
          text: `The same was booked before. Nothing changed, and it counts once. The screen says who booked it and when.`,
        },
        aside: {
          title: 'Set aside',
          text: `The scan contradicts what is booked, for example yes after no. Both are kept. With a box chosen the paper goes into it all the same, so that it can be found; without one, lay it with the questions. Scan on; a person [decides](set-aside).`,
        },
        refused: {
          title: 'Refused',
          text: `It cannot be booked this way: the box is full, or this kind of paper has no such moment. The screen says why and what to do. Nothing is lost.`,
        },
        unknown: {
          title: 'Unknown',
          text: `Nobody here has issued this code, or its check digits do not fit. Compare it with the paper. If it is right, the paper is not yours: lay it aside.`,
        },
        seen: {
          title: 'Seen',
          text: `No moment and no box were chosen, so the paper was only looked up. The screen says what came of it and where it lies.`,
        },
        halves: {
          title: 'Two signs at once',
          text: `The answer and the place are decided each by itself. An answer is not lost because the box is full: the screen shows both, the answer above.`,
        },
      },
    },
    'set-aside': {
      title: 'Decide what was set aside',
      lead: 'Where a scan contradicts what is booked, it waits here until a person decides.',
      parts: {
        decide: {
          title: 'Decide',
          text: `1. Open **Set aside**. What has waited longest stands on top.
2. Take the paper from where the list says it lies, or from the questions, and look at it.
3. Press **Decide** and choose which one holds: the scan, what is booked, or neither.
4. Write why, for whoever asks later. Write no names: the reason is kept.

The roles Campaigns and Records decide. The mailroom sees what waits. Until then the paper itself says, in the [dossier](dossiers) and wherever its answer stands, that a scan says something else.`,
        },
        why: {
          title: 'Why something waits',
          text: `- **Two answers**: the paper came back with another answer than the one booked, or the post brought it back as well.
- **Scanned too long ago**: the scan reached the server after more than 180 days.
- **Changed since it was scanned**: something was booked after the scan that should be taken back.`,
        },
        refused: {
          title: 'Turned down',
          text: `Under **Turned down** stand scans that were not booked: codes that nobody issued, and papers that were cancelled. They are in no paper’s history. There is nothing to decide; look there when a station reads badly or a pile belongs to somebody else.`,
        },
      },
    },
    dossiers: {
      title: 'Look up a customer',
      lead: 'What was sent, what came back, with which answer, and where is the paper: on one page.',
      parts: {
        find: {
          title: 'Find the customer',
          text: `Open **Dossiers** and type a part of the name, the city or the reference. Typing errors are forgiven. Or press **Ctrl K** on any page.

From your CRM you reach a dossier by its reference, at the address /customers/by-ref/ and then the reference.`,
        },
        read: {
          title: 'Read the dossier',
          text: `The first sentence sums up. Under it stand the papers, each with what came of it, since when, and where it is. Choose a paper to see its place, its key points and its history.

The place says how it is known: scanned, moved with its box, reported, or inferred from what came before.`,
        },
        doubt: {
          title: 'When a paper says Set aside',
          text: `A scan says something else than what is booked, and waits for a person. Until somebody decides, what is booked counts, and the paper says what the scan said and when: in the dossier, on its own page, in its mailing and in its box. Do not tell the customer as certain what stands there.

The first sentence says how many **wait for a decision**; pressing that shows them alone. Whoever may decide is led to the scan by **Decide about it**: see [Set aside](set-aside).`,
        },
        letter: {
          title: 'Send one letter',
          text: `Press **Send a letter** and choose what it is. The paper is issued at once with a code of its own. Press its name under **Mailing** to print its label and, once it is in the post, to mark it as mailed. The role Campaigns may do this.`,
        },
        record: {
          title: 'Your look is on record',
          text: `Spoor writes down who opened which customer’s dossier or paper, and when. Whoever looks after privacy can read that in the [access log](access-log).`,
        },
      },
    },
    papers: {
      title: 'One paper',
      lead: 'Its status in words, its place, its key points and all that ever happened to it.',
      parts: {
        place: {
          title: 'Where it is',
          text: `The place is a path from the site to the box. If you look and the paper is not there, press **Not here**. Its place then counts as unknown, with your name and the time. The next scan puts that right.`,
        },
        points: {
          title: 'Key points',
          text: `Some kinds of paper have a few facts worth keeping, such as a number, an amount or a day. Press **Change the key points** to fill them in. Write nothing else of the paper’s contents.`,
        },
        history: {
          title: 'History',
          text: `Every event stands there with the time, the person and the station. Nobody can change or delete an event. A mistake is corrected by a new one.`,
        },
        cancel: {
          title: 'Cancel a paper',
          text: `A paper that has not been mailed can be cancelled. It then stays void, and its code is never used again: throw away what was printed.`,
        },
      },
    },
    customers: {
      title: 'Bring in customers',
      lead: 'A reference and a name each. They come from a file of your CRM, and one by one by hand.',
      parts: {
        import: {
          title: 'Import a file',
          text: `1. Save the list in your CRM or spreadsheet as CSV UTF-8. The first line names the columns; **reference** and **name** are needed.
2. Open **Dossiers**, press **Import customers** and choose the file.
3. Spoor shows what would happen: how many are new, changed, the same, or left out and why. Nothing has changed yet.
4. Press **Import customers**; the button says how many.

Import the same file again whenever the CRM has changed. Customers who are not in the file stay.`,
        },
        wrong: {
          title: 'Lines that were left out',
          text: `Each stands there with its line number and what is not right. Save the list, put the lines right in the file and import it again. The others then stay the same.`,
        },
        mail: {
          title: 'Who must not be mailed',
          text: `Set **Mailings** of a customer to objection, deceased or wrong address. No mailing includes this customer then. In a file the column is called **do not mail**. An empty cell there never lifts it; only the word no does.`,
        },
        address: {
          title: 'Addresses do not stay',
          text: `Address lines serve to print letters. They are removed some time after the customer’s last mailing has been closed. An administrator sets the number of days under **Organisation**.`,
        },
      },
    },
    mailings: {
      title: 'Issue a mailing and follow it',
      lead: 'A mailing is a batch of papers that go out together, each with a code of its own.',
      parts: {
        issue: {
          title: 'Issue',
          text: `1. Open **Mailings** and press **Issue a mailing**.
2. Name it, choose the document type, and say by when you expect an answer.
3. Choose all customers, or paste a list of references.
4. Look at what will be issued and who is left out.
5. Press **Issue the mailing**.

Codes are made once and never used again. Large mailings take a while; you can leave the page.`,
        },
        out: {
          title: 'Out of the house',
          text: `Print the [labels](labels), or take **Merge data** to your letter program: one line a paper, with its code. When the post has left, press **Mark as mailed** and give the day.

Until then the mailing can be cancelled whole. If you forget to mark it, no answer is lost: a paper that comes back was sent, and Spoor infers that.`,
        },
        figures: {
          title: 'Read the figures',
          text: `Each number is a link to the papers behind it. Shares are of what was mailed, or of what was answered, as it says beside them. **No answer yet** is mailed, not answered, and not brought back by the post; a paper that lies in a box without an answer is among them. From the day after the expected day such papers count as overdue; save them as CSV to chase them.`,
        },
        close: {
          title: 'Close',
          text: `Close a mailing when you await nothing more. What still comes in is counted all the same. The days until address lines are removed begin to count.`,
        },
      },
    },
    labels: {
      title: 'Print labels',
      lead: 'Each label has a QR code and a barcode with the same twelve digits. Where one is folded or smudged, the other often still reads.',
      parts: {
        mailing: {
          title: 'Of a mailing',
          text: `1. Open the mailing and press **Labels**.
2. Choose the sheet that lies in the printer. Has it been used? Choose the first label that is still on it.
3. Look at the first page, and save the labels as PDF.
4. Print at 100 %, never fitted to the page.

A label that tore is printed again under **One label again**, by its run number.`,
        },
        places: {
          title: 'Of shelves and boxes',
          text: `Open the place and press **Labels**. You can print the place itself, or all that stands in it. The name is large enough to be read from a distance.`,
        },
        commands: {
          title: 'Command sheet',
          text: `Under **Labels** you save the command sheet: every moment, and UNDO, CLEAR and DONE, as codes to scan. Lay it beside the scanner. It stays valid when a document type changes.`,
        },
        printer: {
          title: 'When labels land beside their stickers',
          text: `Print the test page on plain paper. Lay a ruler beside the scales: each is exactly 150 mm. If it is not, the printer scales: choose 100 % or Actual size. Hold the page with an empty sheet against the light to see whether the corners lie on those of the labels.`,
        },
      },
    },
    places: {
      title: 'Places and boxes',
      lead: 'Where paper lies: site, building, room, rack, shelf, and the folders, boxes, trays and crates on them.',
      parts: {
        make: {
          title: 'Make places',
          text: `Begin with a site and its country. Then open a place and press **Add in it**: one place, or a whole row at once, such as Box 215 to 240. Levels may be skipped. Each place gets a code of its own; [print its label](labels#places).

The role Records may do this.`,
        },
        away: {
          title: 'Put papers into a box',
          text: `At the station, scan the box and then the papers. A box that is scanned while another is set becomes the box.`,
        },
        move: {
          title: 'Move a box',
          text: `Open the box, press **Move** and give the new place. All that is in it goes along. Sites, rooms and shelves stay where they are.`,
        },
        full: {
          title: 'Capacity',
          text: `Give a place a capacity, and Spoor says how full it is and refuses more. Only what lies directly in it counts. Without a capacity nothing is refused.`,
        },
        list: {
          title: 'A list for in the box',
          text: `**Print the list** gives what should be in the place, to be laid into the box.`,
        },
      },
    },
    people: {
      title: 'People and roles',
      lead: 'Who works with Spoor and what they may do.',
      parts: {
        add: {
          title: 'Add a person',
          text: `1. Open **People** and press **Add a person**. Beside other work it stands under **Administration**.
2. Fill in name and e-mail address, and choose the roles.
3. Hand over the one-time link yourself. Spoor sends no mail.

With the link the person chooses a password and is signed in. Forgotten passwords go the same way: make a new link on the person’s page.`,
        },
        roles: {
          title: 'What the roles may do',
          text: `- **Mailroom** scans papers and puts them away. It does not see whose they are.
- **Customer contact** looks up customers, dossiers, papers and places, and books nothing.
- **Campaigns** may do the same, imports customers, issues mailings, prints labels, reads figures, and decides what was set aside.
- **Records** makes and moves places, scans, and decides what was set aside.
- **Privacy** reads the access log and may open dossiers.
- **Administrator** manages people, the organisation and jobs.

Several roles together add up. An administrator who should see customers needs a second role; whoever set Spoor up has every role to begin with.`,
        },
        leave: {
          title: 'Somebody leaves',
          text: `Press **Deactivate**. The person is signed out everywhere at once and cannot sign in. Nothing is deleted: what was done under the name stays on record. The last administrator cannot be deactivated.`,
        },
      },
    },
    'access-log': {
      title: 'Access log',
      lead: 'Who looked at personal data, when, and from where. Nobody can change it.',
      parts: {
        read: {
          title: 'Read it',
          text: `Choose a person, what was done, and the days. The newest stands on top. **Who looked**, under a customer’s dossier, shows every look at that customer. The log keeps no names of customers and mailings; it shows what they are called now, and what has been erased since. Reading the log is on record too.

Opening a dossier, searching customers, importing them, saving the papers of a mailing and printing its labels all stand there.`,
        },
        not: {
          title: 'What is not in it',
          text: `Search words are not kept. The log says that somebody looked through customers, not what was typed.`,
        },
      },
    },
    administration: {
      title: 'Keep Spoor running',
      lead: 'For the administrator: the organisation, background work, copies and the command line.',
      parts: {
        organisation: {
          title: 'Organisation',
          text: `Name and time zone hold for everybody, the language for whoever has chosen none. Give the address of a customer in your CRM with {ref} in it, and dossiers link to it.`,
        },
        jobs: {
          title: 'Jobs',
          text: `Large imports and mailings go on in the background. **Jobs** shows how far they are, and can stop them. After a crash they are taken up again by themselves.`,
        },
        copy: {
          title: 'Make a copy of everything',
          text: `1. Stop Spoor.
2. Copy the data folder with all that is in it.
3. Start Spoor again.

The copy is whole. Keep it as safe as the original: the folder holds the database’s passwords.`,
        },
        resume: {
          title: 'After a restore: no new codes',
          text: `A copy or a restored database might issue numbers that are on paper already. So Spoor issues no new codes there; everything else works. Once you know that the original is no longer used, run **npm run spoor -- codes resume**.`,
        },
        verify: {
          title: 'Prove that nothing was lost',
          text: `**npm run spoor -- verify** goes through all papers and their history and says whether anything was lost, changed or issued twice. It works while Spoor runs.`,
        },
        camera: {
          title: 'The camera does not open',
          text: `Browsers lend the camera to addresses with https only, or on the computer itself. Give Spoor a certificate with SPOOR_TLS_CERT and SPOOR_TLS_KEY, or put it behind a proxy that has one. A hand scanner and typing work without.`,
        },
      },
    },
    account: {
      title: 'Sign in, and your own account',
      lead: 'Your name, language, password, and where you are signed in.',
      parts: {
        signin: {
          title: 'Sign in',
          text: `Use your e-mail address and password. After five wrong passwords in a row you wait a little; the page says how long. Forgotten? An administrator makes you a one-time link.

The very first time, open the link that Spoor printed when it started.`,
        },
        ended: {
          title: 'When your session ends',
          text: `A session ends after a day, or after four hours without use. What you filled in and did not send is kept: the page is covered, so that nobody can read it, until you give your password again. You are then where you were. If you had just pressed a button, nothing was sent: press it again.

If you have signed in again in another tab, the page goes on by itself. **Somebody else** leaves the page; what you filled in is then gone, and Spoor asks first.`,
        },
        own: {
          title: 'Change your own things',
          text: `Press your name at the top and **Your account**. The language is for you alone. The appearance, light or dark, is kept on this device.`,
        },
        sessions: {
          title: 'Where you are signed in',
          text: `The list shows every browser with your session. End those that you do not know. Changing your password ends all others.`,
        },
      },
    },
    keys: {
      title: 'Keys',
      lead: 'All that goes without a mouse.',
      parts: {
        everywhere: {
          title: 'On every page',
          text: `- **?** opens the help for the page you are on. In a field it is a question mark.
- **Ctrl K** or **⌘ K** searches everything (not at the station).
- **Tab** goes on, **Shift Tab** goes back, **Esc** closes what is open.
- The first **Tab** on a page offers to skip to what it is about.`,
        },
        station: {
          title: 'At the station',
          text: `- **F2** chooses another moment.
- **F3** asks for the next box.
- **F8** takes the last scan back.
- **F9** says that the pile is done.
- **Esc** clears moment and box.

No digit is a shortcut: a hand scanner would press it. UNDO, CLEAR and DONE on the command sheet do the same as F8, Esc and F9.`,
        },
      },
    },
    glossary: {
      title: 'Words',
      lead: 'What the words in Spoor mean.',
      parts: {
        paper: {
          title: 'Paper',
          text: `One physical paper (a letter, coupon or contract) with a code of its own. Never a file, never a picture. In the API it is called a document.`,
        },
        code: {
          title: 'Code',
          text: `The twelve digits of a label: ten are the number, two are check digits that catch a slip. The first digit says what it belongs to: 1 to 6 a paper, 7 a box or the like, 8 a shelf or other fixed place, 9 a command. It says nothing about the customer, and is never used again.`,
        },
        type: {
          title: 'Document type',
          text: `What sort of paper it is: letter, coupon or contract. It says which answers there can be and which key points are kept.`,
        },
        process: {
          title: 'Process',
          text: `What may happen to papers of a type: its status variables, their values, and the moments that set them. A changed process is a new version; papers keep the version that they were issued with.`,
        },
        status: {
          title: 'Status',
          text: `What came of a paper, as small numbers with words: sent, answer, undeliverable, remark. The status is what the events add up to.`,
        },
        moment: {
          title: 'Moment',
          text: `A point in a paper’s life at which its status changes: mailed, answered yes, undeliverable. Each has a command code that means the same everywhere.`,
        },
        event: {
          title: 'Event',
          text: `One thing that happened to one paper: what, who, where, when it happened and when it was recorded. Never changed, never deleted.`,
        },
        mailing: {
          title: 'Mailing',
          text: `A batch of papers issued together, with a type and perhaps a day by which answers are expected. A single letter is a mailing of one.`,
        },
        customer: {
          title: 'Customer',
          text: `The least that is needed of the person or organisation that the paper belongs to: the reference in the CRM, a name, perhaps a city. Address lines only for as long as they are needed.`,
        },
        dossier: {
          title: 'Dossier',
          text: `All that Spoor knows of one customer: papers, answers, places. The other half of the dossier is in your CRM.`,
        },
        keypoints: {
          title: 'Key points',
          text: `The few facts of a paper that are worth typing: a number, an amount, a day. Never an image.`,
        },
        location: {
          title: 'Place that stays',
          text: `A site, building, room, rack or shelf. It does not move.`,
        },
        container: {
          title: 'Box and the like',
          text: `A folder, box, tray or crate. It moves, and what is in it goes along.`,
        },
        putaway: {
          title: 'Put away',
          text: `To scan a paper into a box or onto a shelf.`,
        },
        undeliverable: {
          title: 'Undeliverable',
          text: `What the post brings back unread: moved, unknown at the address, refused, deceased, address incomplete. What the customer sends back is an answer.`,
        },
        overdue: {
          title: 'Overdue',
          text: `Mailed, not answered, not brought back by the post, and past the day by which an answer was expected.`,
        },
        aside: {
          title: 'Set aside',
          text: `A scan that contradicts what is booked. Both are kept until a person decides; until then the paper says that it is in doubt.`,
        },
        seen: {
          title: 'Seen',
          text: `A paper that was scanned without a moment and without a box. It was looked up; nothing was booked.`,
        },
        void: {
          title: 'Void',
          text: `Cancelled before it was mailed. The code is never used again.`,
        },
        station: {
          title: 'Station',
          text: `A desk where scanning happens: a browser with a camera or hand scanner. It has a name, and its scans carry it.`,
        },
        commands: {
          title: 'Command sheet',
          text: `A page with codes to scan instead of pressing something: the moments, and UNDO, CLEAR and DONE.`,
        },
        practice: {
          title: 'Practice label',
          text: `A label that everybody may scan. It counts nowhere and books nothing.`,
        },
      },
    },
  },
};
