import type { Script } from '../world.ts';
import { accepted, CONSENT, EXPORT, FIRST, kept, offered } from './begin.ts';

/** Messages as people write them: formatted, quoted, edited, copied out of their mail. */
export const written: Readonly<Record<string, Script>> = {
  'command-edited': async (stage) => {
    await kept(stage);
    await stage.type('anna-holm', `tilføj ${FIRST} De ringer igen om toldpapirer`);
    await stage.edit('anna-holm', `tilføj ${FIRST} De ringer igen om momsen`);
    await stage.redeliver();
  },

  'mention-edited-in-the-channel': async (stage) => {
    await stage.type('anna-holm', 'sager', 'channel');
    await stage.edit('anna-holm', 'sager kontor');
    await stage.redeliver();
  },

  'quoted-reply': async (stage) => {
    const quote = 'Møllen ApS cvr 10103940 er gået konkurs\nRing til Ole 22334455';
    await stage.write('anna-holm', [
      { quote, by: 'bo-krogh' },
      'log Hansen VVS cvr 25313763 vil eksportere til Tyskland, Mette Hansen 40411234',
    ]);
    await stage.write('anna-holm', [{ quote: 'Det var det hele', by: 'bo-krogh' }]);
    await stage.type('anna-holm', 'længere forløb');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'mentions-of-colleagues': async (stage) => {
    await accepted(stage);
    await stage.write('carla-winther', [`tildel ${FIRST} `, { mention: 'dan-ravn' }], 'channel');
    await stage.deliver();
    await stage.write('dan-ravn', [
      `tilføj ${FIRST} Aftalt med `,
      { mention: 'eva-lund' },
      ' om toldpapirer',
    ]);
    await stage.write('anna-holm', [
      'log Ådalens Smedje, Viborg, vil eksportere, aftalt med ',
      { mention: 'finn-dahl' },
    ]);
  },

  'formatted-text': async (stage) => {
    await stage.write('anna-holm', [
      'log ',
      { bold: 'Hansen VVS' },
      ' cvr 25313763 vil eksportere rør & pumper <6 kW til Tyskland, se ',
      { link: 'deres side', to: 'https://hansenvvs.example/om?a=1&b=2' },
      ', Mette Hansen 40411234',
    ]);
    await stage.type('anna-holm', 'længere forløb');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'message-of-a-colleague-taken-along': async (stage) => {
    await stage.take('anna-holm', [
      { bold: 'Hansen VVS' },
      ' cvr 25313763 søger "finansiering" & rådgivning\nAftalt med ',
      { mention: 'finn-dahl' },
    ]);
    await stage.type('anna-holm', 'privat kapital');
  },

  'mail-with-a-signature': async (stage) => {
    await stage.type(
      'anna-holm',
      [
        'log Vi vil gerne eksportere vores rør til Tyskland.',
        '',
        'Med venlig hilsen',
        'Mette Hansen',
        'Hansen VVS ApS',
        'Tlf. 40 41 12 34',
        'CVR 25313763',
      ].join('\n'),
    );
    await stage.type('anna-holm', 'længere forløb');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'mail-thread-without-a-greeting': async (stage) => {
    await stage.type(
      'anna-holm',
      [
        'Det vil vi gerne. Vi har brug for hjælp til eksport til Tyskland.',
        '',
        'Mvh. Mette Hansen',
        'Hansen VVS, cvr 25313763, tlf. 40411234',
        '',
        'Den 3. nov. 2026 kl. 10.12 skrev Anna Holm:',
        'Er I gået konkurs, eller kan I betale løn?',
        'Mvh. Anna',
      ].join('\n'),
    );
    await stage.type('anna-holm', 'længere forløb');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },
};

/** Forms and windows that stand open while time passes, or for two people at once. */
export const windows: Readonly<Record<string, Script>> = {
  'window-sent-after-half-an-hour': async (stage) => {
    await offered(stage);
    await stage.begin('carla-winther', 'handover.return');
    await stage.wait('2026-11-20T09:40:00Z');
    await stage.press('carla-winther', 'handover.return', {
      reasonCode: 'no-capacity',
      reason: 'Alle er på messe til mandag',
    });
    await stage.deliver();
  },

  'form-sent-after-half-an-hour': async (stage) => {
    await stage.open('anna-holm');
    await stage.wait('2026-11-20T09:40:00Z');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    await stage.wait('2026-11-20T10:20:00Z');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'window-open-while-the-clock-reminds': async (stage) => {
    await offered(stage);
    await stage.begin('carla-winther', 'handover.ask');
    await stage.wait('2026-11-23T07:00:00Z');
    await stage.press('carla-winther', 'handover.ask', { text: 'Hvilket marked er det?' });
    await stage.deliver();
  },

  'two-people-on-one-window': async (stage) => {
    await offered(stage);
    await stage.begin('carla-winther', 'handover.return');
    await stage.begin('dan-ravn', 'handover.return');
    await stage.press('carla-winther', 'handover.return', {
      reasonCode: 'no-capacity',
      reason: 'Alle er på messe til mandag',
    });
    await stage.press('dan-ravn', 'handover.return', {
      reasonCode: 'wrong-geography',
      reason: 'De hører til i Aarhus',
    });
    await stage.deliver();
  },

  'two-colleagues-log-one-company': async (stage) => {
    await stage.open('anna-holm');
    await stage.open('finn-dahl');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    await stage.press('finn-dahl', 'intake.submit', { ...EXPORT, description: 'Søger en tysk forhandler' });
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.press('finn-dahl', 'intake.confirm', CONSENT);
    await stage.deliver();
  },
};
