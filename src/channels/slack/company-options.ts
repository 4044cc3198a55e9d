import type { SuggestCompanies } from '../../app/suggest-companies.ts';
import { companyOption } from './input-blocks.ts';
import { json, type SlackResponse } from './slack-http.ts';

/** The most companies that a menu shows: further letters narrow it down sooner than a longer list. */
const MOST_OPTIONS = 20;

/** Fills the menu of companies for what was typed in it so far (`block_suggestion`). */
export async function companyOptions(suggest: SuggestCompanies, typed: string): Promise<SlackResponse> {
  const found = await suggest(typed, MOST_OPTIONS);
  return json({ options: found.map(({ cvr, name }) => companyOption(cvr, name)) });
}
