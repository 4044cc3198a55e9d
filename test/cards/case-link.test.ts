import { describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { caseLink } from '../../cards/case-link.ts';
import { viewOf } from '../../cards/view-of.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { SAMPLES } from './sample-answers.ts';

/** The way from the card of a case to its page in the app's tab. */

const APP = 'fe4a8eba-2a31-4737-8e33-e5fae6fee194';
const linksOn = (card: unknown) =>
  JSON.stringify(card).match(/https:\/\/teams\.microsoft\.com\/l\/entity\/[^"]+/g) ?? [];

describe('the link to a case’s page', () => {
  it('names the tab and the page as Teams asks for them', () => {
    const link = new URL(caseLink(APP, 'K7MQ-3RXD'));
    expect(link.origin + link.pathname).toBe(`https://teams.microsoft.com/l/entity/${APP}/board`);
    expect(link.searchParams.get('label')).toBe('K7MQ-3RXD');
    expect(JSON.parse(link.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'case/K7MQ-3RXD' });
    expect(new URL(caseLink('a/b?c', 'x')).pathname).toBe('/l/entity/a%2Fb%3Fc/board');
  });

  it.each(LANGUAGES)('stands on each card of a case and on no other, in %s', (language) => {
    for (const [name, answer] of Object.entries(SAMPLES)) {
      const card = toAdaptiveCard(viewOf(answer, language), { tabApp: APP });
      const links = answer.kind === 'case' ? [caseLink(APP, answer.case.id)] : [];
      expect(linksOn(card), name).toEqual(links);
      // What Teams takes of a message, less its envelope.
      expect(Buffer.byteLength(JSON.stringify(card)), name).toBeLessThanOrEqual(23_500);
    }
  });

  it('stands on none where the tab is not known, and in no dialog, which it would close', () => {
    for (const answer of Object.values(SAMPLES)) {
      expect(linksOn(toAdaptiveCard(viewOf(answer, 'da')))).toEqual([]);
      expect(linksOn(toAdaptiveCard(viewOf(answer, 'da'), { tabApp: APP, inDialog: true }))).toEqual([]);
    }
  });
});
