import { describe, expect, it } from 'vitest';
import type { LeftOut } from '../../src/text/mail.ts';
import { readText } from '../../src/text/read-text.ts';

/** E-mails as people paste them: which part is the matter, what is left out, and whom to answer. */

const BODY = 'Vi vil gerne eksportere til Tyskland.\n\nVi mangler også finansiering til en ny maskine.';
const ENGLISH = 'We would like to export to Germany.\n\nWe also need funding for a new machine.';
const LEGAL =
  'Denne e-mail er fortrolig og kun tiltænkt modtageren. Har du modtaget den ved en fejl, så slet den straks.';
const LEGAL_EN =
  'This e-mail is confidential and intended solely for the recipient. If you received it in error, please delete it.';
const JENS = { contactName: 'Jens Hansen', contactEmail: 'jens@hansenvvs.dk' };

interface Case {
  readonly name: string;
  readonly text: string;
  readonly own: string;
  readonly leftOut: readonly LeftOut[];
  readonly contact?: object;
}

const CASES: readonly Case[] = [
  {
    name: 'Outlook, Danish, after the command',
    text: `log Fra: Jens Hansen <jens@hansenvvs.dk>\nSendt: 12. november 2026 09:14\nTil: Anna Holm <anna@x.dk>\nEmne: Hjælp\n\nHej Anna,\n\n${BODY}\n\nMed venlig hilsen\n\nJens Hansen\nHansen VVS ApS\nTlf. 40 41 12 34 | CVR 25313763\n\n${LEGAL}`,
    own: `log ${BODY}`,
    leftOut: ['headers', 'greeting', 'signature', 'disclaimer'],
    contact: { ...JENS, contactPhone: '40411234', companyName: 'Hansen VVS ApS', cvr: '25313763' },
  },
  {
    name: 'Outlook, English, with history',
    text: `From: Jens Hansen <jens@hansenvvs.dk>\nSent: Thursday, 12 November 2026 09:14\nTo: Anna Holm <anna@x.dk>; Bo Krogh <bo@x.dk>;\n Carla Winther <carla@x.dk>\nSubject: Help\n\nHi Anna,\n\n${ENGLISH}\n\nBest regards,\nJens Hansen\nPhone: +45 40 41 12 34\n\n${LEGAL_EN}\n\nFrom: Anna Holm <anna@x.dk>\nSent: Monday, 9 November 2026 10:00\nTo: Jens Hansen\nSubject: Our bankruptcy course\n\nDear Jens, see our courses on bankruptcy.`,
    own: ENGLISH,
    leftOut: ['headers', 'greeting', 'signature', 'disclaimer', 'history'],
    contact: { ...JENS, contactPhone: '40411234' },
  },
  {
    name: 'Gmail’s own view',
    text: `Jens Hansen <jens@hansenvvs.dk>\n12. nov. 2026 09.14 (for 2 timer siden)\ntil mig\n\nHej\n\n${BODY}\n\nMvh Jens Hansen\n\nDen ons. 11. nov. 2026 kl. 14.02 skrev Anna Holm <anna@x.dk>:\n\n> Hej Jens\n> Er I i krise?`,
    own: BODY,
    leftOut: ['quote', 'headers', 'greeting', 'signature'],
    contact: JENS,
  },
  {
    name: 'Gmail, passed on',
    text: `FYI\n\n---------- Forwarded message ---------\nFra: Jens Hansen <jens@hansenvvs.dk>\nDate: tors. 12. nov. 2026 kl. 09.14\nSubject: Hjælp\nTo: <anna@x.dk>\n\n\nHej Anna\n\n${BODY}\n\nHilsen Jens`,
    own: `FYI\n${BODY}`,
    leftOut: ['headers', 'greeting', 'signature'],
    contact: JENS,
  },
  {
    name: 'Apple Mail, passed on with words above',
    text: `log Hansen VVS har skrevet:\n\nStart på videresendt besked:\n\nFra: Jens Hansen <jens@hansenvvs.dk>\nEmne: Hjælp\nDato: 12. november 2026 kl. 09.14.00 CET\nTil: Anna Holm <anna@x.dk>\n\nKære Anna\n\n${BODY}\n\nDe bedste hilsner\nJens\n\nSendt fra min iPhone`,
    own: `log Hansen VVS har skrevet:\n${BODY}`,
    leftOut: ['headers', 'greeting', 'signature'],
    contact: JENS,
  },
  {
    name: 'passed on inside Outlook: the newest message only says so',
    text: `Fra: Bo Krogh <bo@x.dk>\nSendt: 12. november 2026 11:00\nTil: Anna Holm\nEmne: VS: Hjælp\n\nHej Anna, kan du tage den nedenfor?\n\nVh Bo\n\nFra: Jens Hansen <jens@hansenvvs.dk>\nSendt: 12. november 2026 09:14\nTil: Bo Krogh\nEmne: Hjælp\n\nHej Bo\n\n${BODY}\n\nVenlig hilsen\nJens Hansen`,
    own: `Hej Anna, kan du tage den nedenfor?\n${BODY}`,
    leftOut: ['headers', 'greeting', 'signature'],
    contact: JENS,
  },
  {
    name: 'an answer without headers of its own over what it answers',
    text: `Hej Anna\n\n${BODY}\n\nVenlig hilsen\nJens Hansen\n\nFra: Anna Holm <anna@x.dk>\nSendt: 9. november 2026 10:00\nTil: Jens Hansen\nEmne: Konkurs\n\nHej Jens, er I gået konkurs? CVR 25313763`,
    own: BODY,
    leftOut: ['headers', 'greeting', 'signature', 'history'],
    contact: { contactName: 'Jens Hansen' },
  },
  {
    name: 'a letter without headers',
    text: `Goddag\n\n${BODY}\n\nMed venlig hilsen / Best regards\nJens Hansen\njens@hansenvvs.dk`,
    own: BODY,
    leftOut: ['greeting', 'signature'],
    contact: JENS,
  },
  {
    name: 'a signature behind two dashes, and a postscript after it',
    text: `From: Jens Hansen <jens@hansenvvs.dk>\nSubject: Help\n\n${ENGLISH}\n\n-- \nJens Hansen\n\nPS: call me after three.`,
    own: `${ENGLISH}\n\nPS: call me after three.`,
    leftOut: ['headers', 'signature'],
    contact: JENS,
  },
  {
    name: 'a warning of the mail system, and an original message',
    text: `Fra: Jens Hansen <jens@hansenvvs.dk>\nEmne: Hjælp\n\nADVARSEL: Denne e-mail kommer fra en ekstern afsender\n\n${BODY}\n\nMvh\nJens\n\n-----Oprindelig meddelelse-----\nFra: Anna Holm\nSendt: 9. november 2026\nTil: Jens\nEmne: Hej\n\nHej Jens`,
    own: BODY,
    leftOut: ['headers', 'signature', 'disclaimer', 'history'],
    contact: JENS,
  },
  {
    name: 'a signature under no greeting, after the command',
    text: `log ${BODY}\n\nMed venlig hilsen\nJens Hansen\nHansen VVS ApS\nTlf. 40 41 12 34 | CVR 25313763`,
    own: `log ${BODY}`,
    leftOut: ['signature'],
    contact: {
      contactName: 'Jens Hansen',
      contactPhone: '40411234',
      companyName: 'Hansen VVS ApS',
      cvr: '25313763',
    },
  },
  {
    name: 'a signature behind two dashes under no greeting',
    text: `${ENGLISH}\n-- \nJens Hansen, CEO\njens@hansenvvs.dk`,
    own: ENGLISH,
    leftOut: ['signature'],
    contact: { contactEmail: 'jens@hansenvvs.dk' },
  },
  {
    name: 'a thread without greeting, headers or quote marks',
    text: `${BODY}\n\nMvh. Jens\n\nDen 3. nov. 2026 kl. 10.12 skrev Anna Holm <anna@x.dk>:\nHej Jens\nEr I gået konkurs?\nMvh Anna`,
    own: BODY,
    leftOut: ['signature', 'history'],
  },
  {
    name: 'an English thread without greeting or closing',
    text: `${ENGLISH}\n\nOn Tue, Nov 3, 2026 at 10:12 AM Anna Holm <anna@x.dk> wrote:\nAre you bankrupt?`,
    own: ENGLISH,
    leftOut: ['history'],
  },
  {
    name: 'a message copied out of the one that answers it',
    text: `Den 3. nov. 2026 kl. 10.12 skrev Jens Hansen <jens@hansenvvs.dk>:\n\n${BODY}\n\nMvh. Jens`,
    own: BODY,
    leftOut: ['headers', 'signature'],
    contact: JENS,
  },
  {
    name: 'a letter that a colleague introduces',
    text: `Hansen VVS\nKunden skrev:\n${BODY}\n\nMvh Jens Hansen\n40411234`,
    own: `Hansen VVS\nKunden skrev:\n${BODY}`,
    leftOut: ['signature'],
    contact: { contactName: 'Jens Hansen', contactPhone: '40411234' },
  },
  {
    name: 'a signature in one line',
    text: `${BODY}\n\nMvh. Jens Hansen\nHansen VVS, cvr 25313763, tlf. 40411234`,
    own: BODY,
    leftOut: ['signature'],
    contact: { contactName: 'Jens Hansen', contactPhone: '40411234', cvr: '25313763' },
  },
  {
    name: 'headers with blank lines between, as an editor pastes paragraphs',
    text: `Fra: Jens Hansen <jens@hansenvvs.dk>\n\nTil: Anna Holm\n\nEmne: Hjælp\n\nHej Anna\n\n${BODY}`,
    own: BODY,
    leftOut: ['headers', 'greeting'],
    contact: JENS,
  },
];

describe('a pasted e-mail', () => {
  it.each(CASES)('is its body: $name', ({ text, own, leftOut, contact = {} }) => {
    for (const source of ['teams-text', 'cli', 'description'] as const) {
      const read = readText(text, source);
      expect(read.own).toBe(own);
      expect(read.leftOut).toEqual(leftOut);
      expect(read.contact).toEqual(contact);
    }
  });

  it('is its body from an editor’s HTML and from Slack’s escaped text too', () => {
    const { text = '', own = '' } = CASES[0] ?? {};
    const escaped = text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
    const html = escaped
      .split('\n')
      .map((line) => `<p>${line === '' ? '&nbsp;' : line}</p>`)
      .join('');
    expect(readText(html, 'teams-html').own).toBe(own);
    expect(readText(escaped, 'slack-text').own).toBe(own);
  });

  it.each([
    'Hansen VVS vil eksportere\nMvh Anna',
    'Hej, Hansen VVS vil eksportere.\nDe har ringet to gange.\nHilsen fra kunden er modtaget',
    'log Møllen\nFra: Viborg\nvil sælge',
    'Emne: eksport',
    'Fra 2011 har de solgt til Norge\nTil sommer vil de til Sverige',
    '- eksport\n- lån\n- webshop',
    'Med venlig hilsen\nAnna',
    'Hansen VVS cvr 25313763\nKunden skrev den 3. november:\nvi vil eksportere',
    'Hansen VVS vil eksportere\nMette Hansen\nTlf. 40411234',
  ])('is not seen in what people type: %j', (text) => {
    expect(readText(text, 'teams-text')).toMatchObject({ own: text, leftOut: [] });
  });

  it('keeps the contact to what is plainly a telephone number', () => {
    const signed = (line: string) =>
      readText(`Fra: Ole Lund <ole@x.dk>\nEmne: Hej\n\nVi vil eksportere\n\nMvh\nOle Lund\n${line}`, 'cli')
        .contact;
    expect(signed('17 02 63 41 27')).not.toHaveProperty('contactPhone');
    expect(signed('CVR-nr. 25313763')).not.toHaveProperty('contactPhone');
    expect(signed('M: 40411234')).toHaveProperty('contactPhone', '40411234');
  });
});
