import type { Typed } from '../hands.ts';
import type { Stage } from '../world.ts';

/** The case id of the first case of every script. */
export const FIRST = 'K3F9-QTX2';

/** An enquiry that belongs at the Erhvervshus. */
export const EXPORT: Typed = {
  cvr: '25313763',
  areas: 'internationalisation',
  stage: 'established',
  contactName: 'Hanne Hansen',
  contactPhone: '40411234',
  description: 'Vil sælge varmepumper til Tyskland',
};

/** What is asked of a case that leaves the office. */
export const CONSENT: Typed = { consent: 'consent' };

/** An enquiry that LES Viborg keeps. */
export const BASIC: Typed = { ...EXPORT, areas: 'networks-courses', description: 'Vil møde andre smede' };

/** Anna takes a call, and what it is about is on its way. */
async function send(stage: Stage, form: Typed, asked: Typed): Promise<void> {
  await stage.type('anna-holm', 'ny');
  await stage.press('anna-holm', 'intake.submit', form);
  await stage.press('anna-holm', 'intake.confirm', asked);
}

/** The same, and the case stands where it belongs. */
export async function log(stage: Stage, form: Typed = EXPORT, asked: Typed = CONSENT): Promise<void> {
  await send(stage, form, asked);
  await stage.deliver();
}

/** A case on its way to the Erhvervshus, of which nobody there has seen anything yet. */
export function sent(stage: Stage): Promise<void> {
  return stage.quietly('Anna has sent a case on its way', () => send(stage, EXPORT, CONSENT));
}

/** A case that LES Viborg has offered to the Erhvervshus, as `handover-accepted` shows it. */
export function offered(stage: Stage): Promise<void> {
  return stage.quietly('Anna has offered a case to the Erhvervshus', () => log(stage));
}

/** A case that LES Viborg keeps. */
export function kept(stage: Stage, asked: Typed = CONSENT): Promise<void> {
  return stage.quietly('Anna has logged a case of LES Viborg', () => log(stage, BASIC, asked));
}

/** A case that Carla at the Erhvervshus has taken over. */
export function accepted(stage: Stage): Promise<void> {
  return stage.quietly('Carla has taken the case that Anna offered', async () => {
    await log(stage);
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
  });
}
