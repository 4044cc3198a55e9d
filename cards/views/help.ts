import { sayIn } from '../../dialogs/say.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { startActions } from './welcome.ts';

/** What can be typed. Every button of every card has a typed form as well; the card's text form names it. */
export function helpView(language: Language): View {
  const say = sayIn(language);
  return {
    language,
    title: say('Det kan du skrive til mig', 'What you can type'),
    tone: 'default',
    blocks: [
      {
        kind: 'facts',
        facts: [
          {
            label: say('ny', 'new'),
            value: say('ny henvendelse på én formular', 'a new enquiry on one form'),
          },
          { label: say('guide', 'guided'), value: say('et spørgsmål ad gangen', 'one question at a time') },
          {
            label: say('log …', 'log …'),
            value: say('skriv det hele på én linje', 'write it all on one line'),
          },
          {
            label: say('sager', 'cases'),
            value: say(
              'også: sager kontor, frist, brudt, ikke leveret',
              'also: cases office, due, broken, not delivered',
            ),
          },
          { label: say('sag …', 'case …'), value: say('vis en sag', 'show a case') },
        ],
      },
      {
        kind: 'section',
        title: say('Mens du taster en henvendelse', 'While you enter an enquiry'),
        folded: true,
        blocks: [
          {
            kind: 'facts',
            facts: [
              {
                label: say('tilbage', 'back'),
                value: say('til forrige spørgsmål', 'to the previous question'),
              },
              {
                label: say('ret … …', 'correct … …'),
                value: say('fx ret kommune Viborg', 'e.g. correct municipality Viborg'),
              },
              { label: say('bekræft', 'confirm'), value: say('opret sagen', 'create the case') },
              {
                label: say('anden ejer … …', 'other owner … …'),
                value: say('vælg en anden dør', 'choose another door'),
              },
              { label: say('annuller', 'cancel'), value: say('drop henvendelsen', 'drop the enquiry') },
            ],
          },
        ],
      },
      {
        kind: 'section',
        title: say('På en sag', 'On a case'),
        folded: true,
        blocks: [
          {
            kind: 'facts',
            facts: [
              { label: say('overtag …', 'accept …'), value: say('tag sagen', 'take the case') },
              {
                label: say('returner … …', 'return … …'),
                value: say('send den tilbage', 'send it back'),
              },
              {
                label: say('spørg / svar … …', 'ask / answer … …'),
                value: say('spørgsmål til afsenderen', 'questions to the sender'),
              },
              {
                label: say('videresend … …', 'forward … …'),
                value: say('til et bedre sted', 'to a better place'),
              },
              {
                label: say('kontaktet …', 'contacted …'),
                value: say('virksomheden har fået svar', 'the company has its answer'),
              },
              { label: say('afslut …', 'close …'), value: say('luk sagen', 'close the case') },
            ],
          },
        ],
      },
      {
        kind: 'section',
        title: say('Kanal og sprog', 'Channel and language'),
        folded: true,
        blocks: [
          {
            kind: 'facts',
            facts: [
              {
                label: say('forbind …', 'connect …'),
                value: say('gør kanalen til kontorets', "make this the office's channel"),
              },
              { label: say('afbryd', 'disconnect'), value: say('ophæv forbindelsen', 'undo that') },
              {
                label: say('giv adgang …', 'let in …'),
                value: say(
                  'lad en kollega være med, der har bedt om det',
                  'let in a colleague who has asked',
                ),
              },
              {
                label: say('som …', 'as …'),
                value: say('vælg, hvem du handler for', 'choose whom you act for'),
              },
              { label: say('sprog en', 'language da'), value: say('switch to English', 'skift til dansk') },
            ],
          },
        ],
      },
    ],
    actions: startActions(language),
    refresh: null,
  };
}
