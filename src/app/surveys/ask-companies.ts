import type { Case } from '../../core/case/case.ts';
import { danishDate } from '../../core/danish-date.ts';
import type { Period } from '../../core/indicators/question.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { SurveyAsk } from '../../core/surveys/survey.ts';
import {
  Asked,
  caseToAskAbout,
  hasDeclined,
  isClosedOn,
  isEnrolled,
} from '../../core/surveys/whom-to-ask.ts';
import { allThatFit } from '../cases-about.ts';
import type { ReadStores, Stores, UnitOfWork } from '../ports/unit-of-work.ts';

/** A company on the list of those to ask: the case that it is asked about, and the day from which it counts as asked. */
export interface ToAsk {
  readonly case: Case;
  readonly askedOn: string;
}

/** Which organisation asks, about the cases that it closed on which days. `newId`: for the export and its lines. */
interface AskCommand {
  readonly organisation: OrganisationId;
  readonly closed: Period;
  readonly now: string;
  readonly newId: () => string;
}

/** Called in the transaction that asks, so that nobody is asked without a line in the audit. */
type Note = (stores: Stores, companies: number) => Promise<void>;

/** All cases of the company of a case, that one included. */
async function casesOfCompany({ cases }: ReadStores, kase: Case): Promise<readonly Case[]> {
  if (kase.values.cvr === undefined) return [kase];
  const all = await cases.ofCompany(kase.values.cvr);
  return all.some(({ id }) => id === kase.id) ? all : [...all, kase];
}

const orderOf = ({ case: { closedAt, id } }: ToAsk): string => `${closedAt} ${id}`;
const byClosing = (a: ToAsk, b: ToAsk) => (orderOf(a) < orderOf(b) ? -1 : 1);

/** Cases judged in one transaction, for which whoever else wants to write must wait. */
const AT_ONCE = 10;

/** The companies of some cases that are asked now, which are noted as asked in the same transaction. */
async function askSome(
  stores: Stores,
  ids: readonly string[],
  { organisation, closed, now, newId }: AskCommand,
  batch: string,
): Promise<readonly ToAsk[]> {
  const askedOn = danishDate(now);
  const asked = new Asked(await stores.surveys.asks(), await stores.surveys.answers());
  const found = new Map<string, Case>();
  const seen = new Set<string>();
  for (const id of ids) {
    const kase = seen.has(id) ? undefined : await stores.cases.get(id);
    if (!kase) continue;
    const all = await casesOfCompany(stores, kase);
    for (const one of all) seen.add(one.id);
    const about = caseToAskAbout(all, asked, { organisation, closed, today: askedOn });
    if (about) found.set(about.id, about);
  }
  const cases = [...found.values()];
  await stores.surveys.ask(
    cases.map((kase): SurveyAsk => {
      const company = kase.companyKey ?? null;
      return { id: newId(), caseId: kase.id, company, organisation, askedOn, batch, at: now };
    }),
  );
  return cases.map((kase) => ({ case: kase, askedOn }));
}

/**
 * The companies that an organisation asks now in the user evaluation. Each is judged and noted as asked in one transaction: of two
 * exports at once the second finds what the first has noted, and no company is on both lists. An export that is cut off has
 * asked some of them, whom `askedLast` gives.
 */
export async function askCompanies(
  { unitOfWork }: { readonly unitOfWork: UnitOfWork },
  command: AskCommand,
  note: Note,
): Promise<readonly ToAsk[]> {
  const { organisation, closed, newId } = command;
  const enrolled = await allThatFit(
    (after, limit) => unitOfWork.read((stores) => stores.cases.page(after, limit)),
    (kase) => isClosedOn(kase, closed) && isEnrolled(kase, organisation),
  );
  const batch = newId();
  const found: ToAsk[] = [];
  for (let from = 0; from === 0 || from < enrolled.length; from += AT_ONCE) {
    const ids = enrolled.slice(from, from + AT_ONCE).map(({ id }) => id);
    const some = await unitOfWork.run(async (stores) => {
      const asked = await askSome(stores, ids, command, batch);
      // An export that asks nobody has a line of its own.
      if (asked.length > 0 || enrolled.length <= AT_ONCE) await note(stores, asked.length);
      return asked;
    });
    found.push(...some);
  }
  return found.sort(byClosing);
}

/**
 * The list of an organisation's last export that asked anybody, once more, without noting anything: who has declined since,
 * or was erased, is not on it. Empty where it never asked.
 */
export async function askedLast(
  { unitOfWork }: { readonly unitOfWork: UnitOfWork },
  organisation: OrganisationId,
  note: Note,
): Promise<readonly ToAsk[]> {
  return unitOfWork.run(async (stores) => {
    const own = (await stores.surveys.asks()).filter((ask) => ask.organisation === organisation);
    const batch = own.at(-1)?.batch;
    const found: ToAsk[] = [];
    for (const { caseId, askedOn } of own.filter((ask) => ask.batch === batch)) {
      const kase = await stores.cases.get(caseId);
      const asks = kase && isEnrolled(kase, organisation) && !hasDeclined(await casesOfCompany(stores, kase));
      if (asks) found.push({ case: kase, askedOn });
    }
    await note(stores, found.length);
    return found.sort(byClosing);
  });
}
