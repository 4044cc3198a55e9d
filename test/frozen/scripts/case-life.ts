import { eraseSubject } from '../../../src/app/data-subject.ts';
import type { Script, Stage } from '../world.ts';
import { accepted, EXPORT, FIRST, kept, offered } from './begin.ts';

const OUTCOME = {
  services: '1:1 vejledning',
  referredTo: 'trade-council',
  selfHelp: 'vaeksthjulet',
  hours: '2.5',
  meeting: 'digital',
  segment: 'growth',
  actionPlan: 'Find en tysk forhandler inden sommer',
  followUpOn: '2027-02-01',
  note: 'Hun kom videre samme dag',
};

async function close(stage: Stage): Promise<void> {
  await stage.press('carla-winther', 'case.contacted');
  await stage.press('carla-winther', 'case.close', OUTCOME);
  await stage.deliver();
}

/** A case that Carla has closed, as `closed-with-outcome` shows it. */
async function closed(stage: Stage): Promise<void> {
  await accepted(stage);
  await stage.quietly('Carla has closed it', () => close(stage));
}

/** What becomes of a case at its owner. */
export const caseLife: Readonly<Record<string, Script>> = {
  'closed-with-outcome': async (stage) => {
    await accepted(stage);
    await close(stage);
  },

  'registered-by-typing': async (stage) => {
    await accepted(stage);
    await stage.press('carla-winther', 'case.contacted');
    await stage.type(
      'carla-winther',
      `ydelse ${FIRST} Finansieringstjek; timer: 2,5; møde: hos virksomheden`,
    );
    await stage.type('carla-winther', `henvist ${FIRST} privat rådgiver: regnskabet; navn: Revisor Bo Lind`);
    await stage.type('carla-winther', `selvhjælp ${FIRST} Væksthjulet; fokus: salg, ledelse`);
    await stage.type('carla-winther', `luk ${FIRST} timmer: 3`);
    await stage.type(
      'carla-winther',
      `luk ${FIRST} ingen handlingsplan: kun et møde; ingen opfølgning: de ringer selv`,
    );
    await stage.deliver();
  },

  'service-by-the-form': async (stage) => {
    await accepted(stage);
    await stage.press('carla-winther', 'case.service', {
      services: 'camps',
      hours: '1.25',
      meeting: 'at-us',
      applicationHelp: 'ehm',
    });
    await stage.press('carla-winther', 'case.refer', { to: 'trade-council', why: 'Tyskland' });
    await stage.deliver();
  },

  'follow-up-accepted': async (stage) => {
    await closed(stage);
    await stage.press('anna-holm', 'followup.accept');
    await stage.deliver();
  },

  'follow-up-declined': async (stage) => {
    await closed(stage);
    await stage.press('finn-dahl', 'followup.decline', { reason: 'Vi er for få til foråret' });
    await stage.deliver();
  },

  reopened: async (stage) => {
    await closed(stage);
    await stage.wait('2026-12-01T09:00:00Z');
    await stage.type('carla-winther', `genåbn ${FIRST} De ringede igen om Norge`);
    await stage.deliver();
  },

  'answered-after-the-promise-was-broken': async (stage) => {
    await kept(stage);
    await stage.wait('2026-11-23T12:00:00Z');
    await stage.wait('2026-11-25T12:00:00Z');
    await stage.press('anna-holm', 'case.contacted');
    await stage.deliver();
  },

  'waiting-for-the-company': async (stage) => {
    await kept(stage);
    await stage.press('anna-holm', 'case.contacted');
    await stage.press('anna-holm', 'case.wait', { note: 'De sender regnskabet' });
    await stage.press('anna-holm', 'case.continue');
    await stage.deliver();
  },

  'called-back': async (stage) => {
    await kept(stage);
    await stage.type('anna-holm', `ring op ${FIRST} på mandag kl. 9 Mette er i møde`);
    await stage.deliver();
    await stage.wait('2026-11-23T08:00:00Z');
  },

  assigned: async (stage) => {
    await kept(stage);
    await stage.press('anna-holm', 'case.assign', { person: 'Finn Dahl' });
    await stage.deliver();
    await stage.type('finn-dahl', 'sager');
  },

  'invited-and-left': async (stage) => {
    await kept(stage, { consent: 'declined' });
    await stage.press('anna-holm', 'case.basis', { kind: 'consent' });
    await stage.press('anna-holm', 'case.invite', { organisation: 'ehm-midtjylland' });
    await stage.deliver();
    await stage.press('carla-winther', 'case.leave');
    await stage.deliver();
  },

  'company-withdrew': async (stage) => {
    await offered(stage);
    await stage.press('anna-holm', 'case.withdraw', { reason: 'De klarer sig selv alligevel' });
    await stage.deliver();
  },

  'entered-in-error': async (stage) => {
    await offered(stage);
    await stage.press('anna-holm', 'case.mark-error', { reason: 'Forkert virksomhed valgt' });
    await stage.deliver();
  },

  'contact-added': async (stage) => {
    await accepted(stage);
    await stage.type('eva-lund', `tilføj ${FIRST} De ringer igen om toldpapirer`);
    await stage.deliver();
  },

  'basis-declined': async (stage) => {
    await stage.type('anna-holm', 'ny');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    await stage.press('anna-holm', 'intake.confirm', { consent: 'declined' });
    await stage.deliver();
    await stage.type('carla-winther', `sag ${FIRST}`);
    await stage.press('anna-holm', 'case.basis', { kind: 'consent' });
    await stage.press('anna-holm', 'handover.offer', {
      organisation: 'ehm-midtjylland',
      reason: 'Nu må vi gerne',
    });
    await stage.deliver();
  },

  'basis-withdrawn': async (stage) => {
    await offered(stage);
    await stage.press('anna-holm', 'case.withdraw-basis');
    await stage.deliver();
    await stage.type('carla-winther', `sag ${FIRST}`);
  },

  erased: async (stage) => {
    await closed(stage);
    await stage.operator('the operator erases the company', async ({ deps }) => {
      await eraseSubject(deps, { kind: 'company', cvr: '25313763' }, deps.clock.now());
    });
    await stage.deliver();
    await stage.type('carla-winther', `sag ${FIRST}`);
  },
};
