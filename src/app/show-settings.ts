import type { Answer } from '../core/answer.ts';
import { municipalityOf } from '../core/organisation.ts';
import type { Turn } from './turn.ts';

/** `indstillinger`: the settings of one's own office. */
export function showSettings({ deps, actor: { organisation } }: Turn): Answer {
  const municipality = municipalityOf(organisation);
  const sharing = municipality && deps.settingsOf(municipality);
  return { kind: 'settings', office: deps.officeOf(organisation), sharing };
}
