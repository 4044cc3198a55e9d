import type { LineEvidence, Talk } from '../../src/core/talk.ts';
import type { Area } from '../../src/core/vocabulary.ts';
import { type Line, wordsIn } from './line.ts';
import type { SmallTalkFound } from './small-talk.ts';

const WISHES = wordsIn(({ talk }) => talk.wishes);
const SUBJECTS = wordsIn(({ talk }) => talk.subjects);
const ASKS = wordsIn(({ talk }) => talk.asks);
/** Needs that say little: by themselves they open no enquiry. */
export const VAGUE: readonly Area[] = ['general-information', 'unclear', 'other'];
/** Without a language model, small talk is no longer than this. */
const SHORT = 8;

/** What tells a need: a company or a place, a wish, somebody who has it, and the areas that were read. */
interface Signs {
  readonly company: boolean;
  /** A place is all that tells the company. */
  readonly onlyPlace: boolean;
  readonly wish: boolean;
  readonly somebody: boolean;
  readonly need: boolean;
  readonly vagueNeed: boolean;
  readonly perhapsNeed: boolean;
  readonly question: boolean;
}

function signsOf({ folded, asks }: Line, { entities, chosen, offered, crisis }: LineEvidence): Signs {
  const {
    cvr,
    pNumber,
    municipality,
    companyName,
    employees = 0,
    turnoverDkk,
    founded,
    ageMonths,
  } = entities;
  const told = [cvr, pNumber, companyName, turnoverDkk, founded, ageMonths];
  // `en mand` is no company of one.
  const isCompany = told.some((one) => one !== undefined) || employees > 1;
  return {
    company: municipality !== undefined || isCompany,
    onlyPlace: !isCompany,
    wish: WISHES.test(folded),
    somebody: SUBJECTS.test(folded) || entities.contactPhone !== undefined,
    need: crisis || chosen.some((area) => !VAGUE.includes(area)),
    vagueNeed: chosen.some((area) => area !== 'unclear'),
    perhapsNeed: offered.some((area) => !VAGUE.includes(area)),
    question: asks || ASKS.exec(folded)?.index === 0,
  };
}

/** Whether a line about one's own day names a need as well: `jeg er på barsel og vil starte virksomhed`. */
export function wishesForNeed(line: Line, evidence: LineEvidence | null): boolean {
  if (!evidence) return false;
  const { wish, need } = signsOf(line, evidence);
  return wish && need;
}

/**
 * Whether a line that asks nothing is a need, perhaps one, small talk or nothing that can be read. A need's word makes
 * no need: thanks for help with exports are thanks.
 */
export function needOrTalk(
  line: Line,
  evidence: LineEvidence | null,
  talk: SmallTalkFound | undefined,
): Talk {
  const smallTalk: Talk | undefined = talk && { kind: 'small-talk', about: talk.about };
  if (!evidence) {
    const isShort = line.folded.split(' ').length <= SHORT;
    return smallTalk && isShort && !WISHES.test(line.folded) ? smallTalk : { kind: 'need' };
  }
  const { company, onlyPlace, wish, somebody, need, vagueNeed, perhapsNeed, question } = signsOf(
    line,
    evidence,
  );
  if (smallTalk && talk?.aside && !wish) return need && company ? { kind: 'perhaps' } : smallTalk;
  if (company) {
    const tellsNothing = !need && !wish && !somebody && !perhapsNeed;
    return tellsNothing && (question || onlyPlace) ? { kind: 'perhaps' } : { kind: 'need' };
  }
  if (need) return (question || smallTalk) && !wish && !somebody ? { kind: 'perhaps' } : { kind: 'need' };
  if (somebody && (wish || vagueNeed || perhapsNeed) && !smallTalk) return { kind: 'need' };
  if (perhapsNeed && wish && !smallTalk) return { kind: 'need' };
  if (smallTalk) return smallTalk;
  return perhapsNeed || somebody ? { kind: 'perhaps' } : { kind: 'nothing' };
}
