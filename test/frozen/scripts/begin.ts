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

/** Anna takes a call and sends the case on its way; it is where it belongs when the worker has delivered. */
export async function log(stage: Stage, form: Typed = EXPORT, asked: Typed = CONSENT): Promise<void> {
  await stage.type('anna-holm', 'ny');
  await stage.press('anna-holm', 'intake.submit', form);
  await stage.press('anna-holm', 'intake.confirm', asked);
  await stage.deliver();
}

/** A case that LES Viborg has offered to the Erhvervshus, as `handover-accepted` shows it. */
export function offered(stage: Stage): Promise<void> {
  return stage.quietly('Anna has offered a case to the Erhvervshus', () => log(stage));
}

/** A case that LES Viborg keeps. */
export function kept(stage: Stage): Promise<void> {
  return stage.quietly('Anna has logged a case of LES Viborg', () => log(stage, BASIC, {}));
}

/** A case that Carla at the Erhvervshus has taken over. */
export function accepted(stage: Stage): Promise<void> {
  return stage.quietly('Carla has taken the case that Anna offered', async () => {
    await log(stage);
    await stage.press('carla-winther', 'handover.accept');
    await stage.deliver();
  });
}
