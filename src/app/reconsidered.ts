import type { Command } from '../core/command.ts';
import type { Draft } from '../core/intake/draft.ts';
import type { Dependencies } from './dependencies.ts';
import type { KnownNames, Understanding } from './ports/language-model.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import type { Said } from './read-said.ts';

/** The understanding after a language-model service has read the needs as well, where there is one and a need is looked for. */
export async function reconsidered(
  own: Understanding | null,
  said: Said | null,
  about: About,
  { language, unitOfWork }: Dependencies,
  today: string,
): Promise<Understanding | null> {
  if (!own || !language?.reconsider || said?.talk.kind === 'small-talk') return own;
  return language.reconsider(own, today, await unitOfWork.read((stores) => namesBeside(about, stores)));
}

/** What a text that is looked up belongs to. */
interface About {
  readonly command: Command;
  readonly draft: Draft | undefined;
}

/** Whom a text may name: colleagues, and the company and contact of the enquiry or case that it belongs to. */
async function namesBeside(
  { command, draft }: About,
  { people, cases }: Pick<ReadStores, 'people' | 'cases'>,
): Promise<KnownNames> {
  const kase = command.name === 'case-action' ? await cases.get(command.caseId) : undefined;
  const about = [draft?.values, kase?.values];
  return {
    people: [
      ...(await people.all()).map(({ name }) => name),
      ...about.flatMap((values) => values?.contactName ?? []),
    ],
    companies: about.flatMap((values) => values?.companyName ?? []),
  };
}
