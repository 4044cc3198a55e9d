import type { Script } from '../world.ts';
import { BASIC, CONSENT, EXPORT, FIRST, log, offered } from './begin.ts';

/** From the first word to a case. */
export const intake: Readonly<Record<string, Script>> = {
  'guided-intake': async (stage) => {
    for (const line of ['guide', 'har ikke cvr', 'Viborg', 'eksport', 'tilbage', 'eksport', 'etableret'])
      await stage.type('anna-holm', line);
    await stage.type('anna-holm', 'længere forløb');
    await stage.type('anna-holm', 'Mette Hansen 40411234');
    await stage.type('anna-holm', 'ja');
    await stage.type('anna-holm', 'bekræft');
    await stage.deliver();
  },

  'logged-line-with-cvr': async (stage) => {
    await stage.type('anna-holm', 'log 25313763 Mette Hansen 40411234 vil eksportere til Tyskland');
    await stage.type('anna-holm', 'længere forløb');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'logged-in-the-channel': async (stage) => {
    await stage.type(
      'anna-holm',
      'log 25313763 Mette Hansen 40411234 vil eksportere til Tyskland',
      'channel',
    );
    await stage.type('anna-holm', 'bekræft samtykke', 'channel');
    await stage.deliver();
  },

  'form-in-a-window': async (stage) => {
    await stage.open('anna-holm');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'form-with-mistakes': async (stage) => {
    await stage.open('anna-holm');
    await stage.press('anna-holm', 'intake.submit', { ...EXPORT, cvr: '25313764', contactPhone: '404112' });
    await stage.press('anna-holm', 'intake.submit', EXPORT);
  },

  'pre-starter': async (stage) => {
    await log(
      stage,
      {
        municipality: '791',
        stage: 'pre-starter',
        areas: 'startup-registration',
        contactName: 'Mette Hansen',
        contactPhone: '40411234',
        description: 'Vil åbne en bogcafé',
      },
      CONSENT,
    );
  },

  crisis: async (stage) => {
    const form = { ...EXPORT, areas: 'crisis', crisis: 'true', description: 'Kan ikke betale løn på fredag' };
    // The basis is preset.
    await log(stage, form, {});
    await stage.type('bo-krogh', `sag ${FIRST}`);
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
  },

  'another-owner-chosen': async (stage) => {
    await stage.type('anna-holm', 'ny');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    await stage.press('anna-holm', 'intake.override', {
      organisation: 'les-751',
      reason: 'Virksomheden flytter til Aarhus',
    });
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'company-has-a-running-case': async (stage) => {
    await offered(stage);
    await stage.type('bo-krogh', 'log 25313763 Mette Hansen 40411234 søger finansiering');
    await stage.press('bo-krogh', 'intake.confirm', CONSENT);
    await stage.deliver();
  },

  'company-not-in-the-register': async (stage) => {
    await stage.type('anna-holm', 'ny');
    await stage.press('anna-holm', 'intake.submit', { ...EXPORT, cvr: '99900008' });
    await stage.press('anna-holm', 'intake.submit', {
      ...EXPORT,
      cvr: '99900008',
      companyName: 'Nørreskov Møbler',
      municipality: '791',
    });
  },

  'cpr-number-removed': async (stage) => {
    await stage.type('anna-holm', 'log 25313763 Mette Hansen 010190-1234 vil eksportere til Tyskland');
    await stage.type('anna-holm', 'længere forløb');
    await stage.type('anna-holm', '40411234');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
  },

  'english-user': async (stage) => {
    await stage.type('anna-holm', 'language en');
    await stage.type('anna-holm', 'log 25313763 Mette Hansen 40411234 wants to export to Germany');
    await stage.type('anna-holm', 'longer course');
    await stage.press('anna-holm', 'intake.confirm', CONSENT);
    await stage.deliver();
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
  },

  'message-edited': async (stage) => {
    await stage.type('anna-holm', 'log 25313763 vil eksportere til Tyskland');
    await stage.edit('anna-holm', 'log 25313763 vil eksportere til Norge');
  },

  'message-delivered-twice': async (stage) => {
    await stage.type('anna-holm', 'guide');
    await stage.type('anna-holm', 'har ikke cvr');
    await stage.type('anna-holm', 'Viborg');
    await stage.redeliver();
  },

  'clicked-twice': async (stage) => {
    await stage.type('anna-holm', 'ny');
    await stage.press('anna-holm', 'intake.submit', EXPORT);
    const decision = stage.find('anna-holm', 'intake.confirm');
    await stage.press('anna-holm', 'intake.confirm', CONSENT, decision);
    await stage.press('anna-holm', 'intake.confirm', CONSENT, decision);
    await stage.deliver();
  },

  'begun-and-cancelled': async (stage) => {
    await stage.type('anna-holm', 'ny');
    await stage.press('anna-holm', 'intake.submit', BASIC);
    await stage.type('anna-holm', 'annuller');
    await stage.type('anna-holm', 'bekræft');
  },

  'draft-expired': async (stage) => {
    await stage.type('anna-holm', 'log 25313763 vil eksportere til Tyskland');
    await stage.wait('2026-11-30T09:00:00Z');
  },
};
