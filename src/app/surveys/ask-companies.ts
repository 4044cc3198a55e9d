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
import type { SurveyCounts } from '../ports/stores/survey-store.ts';
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

/**
 * Who is asked and has answered, as one export knows it: read whole once, and again only where somebody else has added to it
 * since. A long export would else read all of it for every ten cases.
 */
class KnownAsked {
  #asked = new Asked([], []);
  #counts: SurveyCounts = { asks: 0, answers: 0 };

  /** As it is in this transaction. */
  async now({ surveys }: Stores): Promise<Asked> {
    const { asks, answers } = await surveys.counts();
    if (asks !== this.#counts.asks || answers !== this.#counts.answers) {
      this.#asked = new Asked(await surveys.asks(), await surveys.answers());
      this.#counts = { asks, answers };
    }
    return this.#asked;
  }

  /** Whom this export has asked. Only once that is committed: of a transaction that is tried again nothing counts. */
  add(asks: readonly SurveyAsk[]): void {
    this.#asked.add(asks);
    this.#counts = { ...this.#counts, asks: this.#counts.asks + asks.length };
  }
}

/** Cases that are asked about now, and what was noted of it. */
interface AskedNow {
  readonly found: readonly ToAsk[];
  readonly asks: readonly SurveyAsk[];
}

/** The companies of some cases that are asked now, which are noted as asked in the same transaction. */
async function askSome(
  stores: Stores,
  ids: readonly string[],
  { organisation, closed, now, newId }: AskCommand,
  batch: string,
  known: KnownAsked,
): Promise<AskedNow> {
  const askedOn = danishDate(now);
  const asked = await known.now(stores);
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
  const asks = cases.map((kase): SurveyAsk => {
    const company = kase.companyKey ?? null;
    return { id: newId(), caseId: kase.id, company, organisation, askedOn, batch, at: now };
  });
  await stores.surveys.ask(asks);
  return { found: cases.map((kase) => ({ case: kase, askedOn })), asks };
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
  const known = new KnownAsked();
  for (let from = 0; from === 0 || from < enrolled.length; from += AT_ONCE) {
    const ids = enrolled.slice(from, from + AT_ONCE).map(({ id }) => id);
    const some = await unitOfWork.run(async (stores) => {
      const asked = await askSome(stores, ids, command, batch, known);
      // An export that asks nobody has a line of its own.
      if (asked.asks.length > 0 || enrolled.length <= AT_ONCE) await note(stores, asked.asks.length);
      return asked;
    });
    known.add(some.asks);
    found.push(...some.found);
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
