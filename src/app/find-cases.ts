import type { Answer, CompanyContact } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import { ACTIVE_STATUSES } from '../core/case/derived.ts';
import { redactedCase } from '../core/case/redacted-case.ts';
import { fitOf, searchedWords, stemOf } from '../core/case/search.ts';
import { sightOf, type Visibility } from '../core/case/visibility.ts';
import { normaliseCvr } from '../core/cvr-number.ts';
import { piecesOf } from '../core/misspelt.ts';
import type { KnownCompany } from '../core/running-case.ts';
import type { SearchedCases } from '../core/talk.ts';
import { showCase } from './case-answers.ts';
import { caseAnswer, runningCaseOf } from './case-card.ts';
import { lineOf } from './case-lists.ts';
import { livingCases } from './merge-cases.ts';
import { noteReads } from './note-read.ts';
import { outreachHistory } from './outreach/company-history.ts';
import type { Turn } from './turn.ts';

/** Cases read for one search, at most. */
const MOST_READ = 200;
/** Lines of an answer. A longer list is not read while a company waits on the phone. */
const MOST_SHOWN = 8;

const EIGHT_DIGITS = /^\d{8}$/;

/**
 * `sag <id>` or `sag <CVR or telephone number>`: the case, or every case and contact of the company that the reader may
 * see.
 */
export async function showCaseOrCompany(turn: Turn, typed: string): Promise<Answer> {
  const number = normaliseCvr(typed);
  return EIGHT_DIGITS.test(number) ? findCases(turn, { words: '', number }) : showCase(turn, typed);
}

/**
 * The cases that a question is about, by company, contact person or telephone number, in whatever spelling. Shows what
 * the asker may see: of a case they have no part in, that the company is known, who serves it and since when. One case
 * is shown as its card.
 */
export async function findCases(turn: Turn, searched: SearchedCases): Promise<Answer> {
  const found = await bestOf(turn, searched);
  const elsewhere = await knownToCrm(turn, found);
  const outreach = await outreachOf(turn, searched, found);
  const [only, ...others] = found;
  const isAlone = only !== undefined && others.length === 0 && elsewhere.length === 0;
  if (isAlone && outreach.length === 0) return caseAnswer(turn, only);
  const sees = (kase: Case) => sightOf(kase, turn.actor, turn.deps.settingsOf);
  const mine = found.filter((kase) => sees(kase).outline);
  const foreign = found.filter((kase) => !sees(kase).outline);
  await noteReads(turn, [...mine.slice(0, MOST_SHOWN), ...foreign.slice(0, MOST_SHOWN)], 'found');
  const known = [...foreign.map((kase) => knownOf(kase, sees(kase), turn)), ...elsewhere];
  return {
    kind: 'found',
    searched,
    lines: mine.slice(0, MOST_SHOWN).map((kase) => lineOf(kase, turn)),
    known: known.slice(0, MOST_SHOWN),
    outreach: outreach.slice(0, MOST_SHOWN),
    more: [mine, known, outreach].some(({ length }) => length > MOST_SHOWN),
    now: turn.now,
  };
}

/** The outreach contacts with the company that was asked for, by its number or the one that its name stands for. */
async function outreachOf(
  turn: Turn,
  { number }: SearchedCases,
  found: readonly Case[],
): Promise<readonly CompanyContact[]> {
  const { company } = turn.lookups;
  const asked = company?.state === 'found' ? company.value.cvr : number;
  const numbers = new Set([...(asked === undefined ? [] : [asked]), ...found.flatMap(cvrOf)]);
  // Several companies were found: a list of their cases, not of everything about each.
  const [cvr, ...more] = [...numbers];
  if (cvr === undefined || more.length > 0) return [];
  return outreachHistory(turn, cvr);
}

const cvrOf = ({ values: { cvr } }: Case): readonly string[] => (cvr === undefined ? [] : [cvr]);

/** The cases that fit best: whoever asks for Hansen by that name means no Hansson. */
async function bestOf(turn: Turn, searched: SearchedCases): Promise<readonly Case[]> {
  const cvr = registeredIn(turn)?.cvr;
  for (const candidates of candidatesOf(turn, searched)) {
    const fitting = (await candidates()).map((kase) => {
      const sees = sightOf(kase, turn.actor, turn.deps.settingsOf);
      const { outline } = sees;
      return {
        kase,
        fit: fitOf(redactedCase(kase, sees), searched, { outline, cvr }),
      };
    });
    const best = Math.max(0, ...fitting.map(({ fit }) => fit));
    if (best > 0) {
      const found = fitting.filter(({ fit }) => fit === best).map(({ kase }) => kase);
      return livingCases(found, turn.stores);
    }
  }
  return [];
}

/** Ways to the cases that may be meant, the narrowest first. */
function candidatesOf(turn: Turn, searched: SearchedCases): readonly (() => Promise<readonly Case[]>)[] {
  const { cases } = turn.stores;
  const { organisation } = turn.actor;
  const named = (parts: readonly (readonly string[])[]) => () =>
    cases.named({ parts, organisation, limit: MOST_READ });
  const { number } = searched;
  if (number !== undefined) return [() => cases.ofCompany(number), named([[number]])];
  const words = searchedWords(searched.words);
  const ofOffice = async () =>
    (
      await cases.list({
        filter: 'office',
        person: turn.person.id,
        organisation,
        now: turn.now,
        limit: MOST_READ,
        offset: 0,
      })
    ).cases;
  if (words.length === 0) return [ofOffice];
  const cvr = registeredIn(turn)?.cvr;
  return [
    ...(cvr === undefined ? [] : [() => cases.ofCompany(cvr)]),
    named(words.map((word) => [stemOf(word)])),
    named(words.map(piecesOf)),
    named([words.map(stemOf)]),
    ofOffice,
  ];
}

/** The company that the register knows by the words of the question. */
function registeredIn({ lookups: { company } }: Turn) {
  return company?.state === 'found' ? company.value : undefined;
}

/** A case of others. Where its basis hides the company's name, the register's own name is said. */
function knownOf(kase: Case, sees: Visibility, turn: Turn): KnownCompany {
  const { companyName, cvr } = redactedCase(kase, sees).values;
  const registered = registeredIn(turn);
  const found = cvr !== undefined && registered?.cvr === cvr ? registered.name : undefined;
  return {
    ...runningCaseOf(kase, sees),
    company: companyName ?? found ?? null,
  };
}

/** Running cases that only the shared CRM knows: other systems write there too. */
async function knownToCrm(turn: Turn, found: readonly Case[]): Promise<readonly KnownCompany[]> {
  const known: KnownCompany[] = [];
  for (const record of turn.lookups.inCrm) {
    const status = ACTIVE_STATUSES.find((one) => one === record.status);
    const isOurs = found.some(({ id }) => id === record.caseId);
    if (!status || isOurs || (await turn.stores.cases.get(record.caseId))) continue;
    const { caseId, owner, createdAt, assignee } = record;
    const company = registeredIn(turn)?.name ?? null;
    known.push({
      caseId,
      owner,
      since: createdAt,
      status,
      assignee,
      ours: false,
      company,
    });
  }
  return known;
}
