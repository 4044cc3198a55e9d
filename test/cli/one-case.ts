import { chatOf, type openTeamsWorld } from '../flows/teams-world.ts';

/** Logs a case by the service's own turns, and resolves with its id. */
export async function logOneCase(world: Awaited<ReturnType<typeof openTeamsWorld>>): Promise<string> {
  const anna = chatOf('anna-holm');
  const [form] = await world.say('anna-holm', anna, 'ny');
  const decision = await world.click('anna-holm', anna, form?.card, 'intake.submit', {
    municipality: '791',
    stage: 'established',
    cvr: '25313763',
    companyName: 'Hansen VVS ApS',
    contactName: 'Hanne Hansen',
    contactPhone: '40 41 12 34',
    areas: 'internationalisation',
  });
  const card = await world.click('anna-holm', anna, decision, 'intake.confirm', { consent: 'consent' });
  return /\b([A-Z0-9]{4}-[A-Z0-9]{4})\b/.exec(JSON.stringify(card))?.[1] ?? '';
}
