import type { Script } from '../world.ts';
import { FIRST, log, offered, sent } from './begin.ts';

/** What two organisations do with an offer. */
export const handover: Readonly<Record<string, Script>> = {
  'handover-accepted': async (stage) => {
    await log(stage);
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
  },

  'handover-returned': async (stage) => {
    await offered(stage);
    await stage.press('dan-ravn', 'handover.return', {
      reasonCode: 'no-capacity',
      reason: 'Alle er på messe til mandag',
    });
    await stage.deliver();
  },

  'handover-returned-for-what-is-missing': async (stage) => {
    await offered(stage);
    await stage.press('dan-ravn', 'handover.return', {
      reasonCode: 'missing-information',
      reason: 'Hvilket land drejer det sig om?',
    });
    await stage.deliver();
    await stage.press('anna-holm', 'handover.answer', { text: 'Det er Tyskland' });
    await stage.deliver();
  },

  'handover-forwarded': async (stage) => {
    await offered(stage);
    await stage.press('carla-winther', 'handover.forward', {
      organisation: 'les-751',
      reason: 'De har et eksportkontor',
    });
    await stage.deliver();
    await stage.press('bo-krogh', 'handover.accept');
    await stage.deliver();
  },

  'handover-advised': async (stage) => {
    await offered(stage);
    await stage.press('carla-winther', 'handover.advise', { text: 'Henvis dem til Eksportrådet først' });
    await stage.deliver();
  },

  'asked-and-answered': async (stage) => {
    await offered(stage);
    await stage.press('carla-winther', 'handover.ask', { text: 'Hvilket marked er det?' });
    await stage.deliver();
    await stage.press('anna-holm', 'handover.answer', { text: 'Det er Tyskland' });
    await stage.deliver();
  },

  'offer-expired': async (stage) => {
    await offered(stage);
    await stage.wait('2026-11-23T07:00:00Z');
    await stage.wait('2026-11-23T12:00:00Z');
    await stage.wait('2026-11-24T07:00:00Z');
    await stage.deliver();
  },

  'offer-taken-back': async (stage) => {
    await offered(stage);
    await stage.press('anna-holm', 'handover.withdraw');
    await stage.deliver();
  },

  'offer-taken-back-and-accepted-at-once': async (stage) => {
    await offered(stage);
    const [offeredCard, sentCard] = [
      stage.find('carla-winther', 'handover.accept'),
      stage.find('anna-holm', 'handover.withdraw'),
    ];
    await stage.press('carla-winther', 'handover.accept', {}, offeredCard);
    await stage.press('anna-holm', 'handover.withdraw', {}, sentCard);
    await stage.deliver();
  },

  'two-accept-at-once': async (stage) => {
    await offered(stage);
    const card = stage.find('carla-winther', 'handover.accept');
    await stage.press('carla-winther', 'handover.accept', {}, card);
    await stage.press('dan-ravn', 'handover.accept', {}, card);
    await stage.deliver();
  },

  'card-of-a-case-that-went-on': async (stage) => {
    await offered(stage);
    const old = stage.find('carla-winther', 'handover.return');
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
    await stage.press(
      'dan-ravn',
      'handover.return',
      { reasonCode: 'no-capacity', reason: 'Vi har for travlt' },
      old,
    );
  },

  'refused-without-right': async (stage) => {
    await offered(stage);
    await stage.type('bo-krogh', `overtag ${FIRST}`);
    await stage.type('bo-krogh', `afslut ${FIRST}`);
    await stage.type('finn-dahl', `fejloprettet ${FIRST} Den er ikke min`);
    await stage.type('carla-winther', 'sag XXXX-9999');
  },

  'grey-zone-settled': async (stage) => {
    await offered(stage);
    await stage.press('carla-winther', 'handover.return', {
      reasonCode: 'not-our-area',
      reason: 'Det er for småt',
    });
    await stage.deliver();
    await stage.type('anna-holm', `send ${FIRST} ehm-midtjylland de kan tysk`);
    await stage.deliver();
    await stage.press('dan-ravn', 'case.settle', {
      organisation: 'ehm-midtjylland',
      reason: 'Vi tager den',
      joint: 'true',
    });
    await stage.deliver();
  },

  'undelivered-card-settled': async (stage) => {
    await sent(stage);
    stage.loseAnswer('ehm-midtjylland');
    await stage.deliver();
    await stage.type('anna-holm', 'sager ikke leveret');
    await stage.type('carla-winther', `overtag ${FIRST}`);
    await stage.deliver();
    await stage.type('anna-holm', 'sager ikke leveret');
  },
};
