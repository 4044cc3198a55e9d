import { type Adviser, actorOfAdviser, advisesOn, servesAny } from '../../core/advisers/adviser.ts';
import type { AdvisersAnswer } from '../../core/advisers/answers.ts';
import type { AdvisersCommand } from '../../core/advisers/commands.ts';
import { rotate } from '../../core/advisers/rotation.ts';
import { ASK_AFTER_DAYS, type Choice, type Showing } from '../../core/advisers/showing.ts';
import { type Answer, refused } from '../../core/answer.ts';
import { findMunicipality } from '../../core/municipalities.ts';
import { offerKey } from '../../core/offers/catalogue.ts';
import { addElapsed } from '../../core/promise/clock.ts';
import { AREAS } from '../../core/vocabulary.ts';
import { answerCase, showCase } from '../case-answers.ts';
import { understoodIn, type Within, withinOf } from '../offers/show-offers.ts';
import { type Turn, today } from '../turn.ts';

/** Advisers on one card: public guidance shows several, so that it favours nobody. */
const MOST_SHOWN = 3;

/** `rådgivere <behov> [kommune]` and the choice of one. */
export async function takeAdvisers(turn: Turn, command: AdvisersCommand): Promise<readonly Answer[]> {
  const { verb } = command;
  switch (verb) {
    case 'advisers.show':
      return [await showAdvisers(turn, command)];
    case 'advisers.choose':
      return chooseAdviser(turn, command);
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/**
 * Shows advisers for a need: those of the place, filled up to three from elsewhere, whose turn it is. Who was shown to whom
 * is recorded under the delivery's id, so that a repeated delivery shows the same and moves nobody's turn.
 */
async function showAdvisers(turn: Turn, { input }: AdvisersCommand): Promise<AdvisersAnswer> {
  const { stores, inbound, now, actor, deps } = turn;
  const words = input.words ?? '';
  const codes = (input.areas ?? '').split(',');
  const asked = findMunicipality(input.municipality ?? '')?.code;
  const named = AREAS.filter((area) => codes.includes(area));
  const read = understoodIn(turn, { words, areas: named, municipality: asked });
  const place = withinOf(turn, read.municipality);
  const area = read.areas[0] ?? read.likely[0] ?? null;
  const before = await stores.advisers.showing(inbound.deliveryId);
  const all = await stores.advisers.all();
  if (before) return shownAs(turn, words, before, all, place);
  const valid = area === null ? [] : all.filter((one) => advisesOn(one, area, today(turn)));
  const fitting = valid.filter((one) => servesAny(one, place.within));
  const idsOf = (some: readonly Adviser[]) => some.map(({ id }) => id);
  const others = fitting.length < MOST_SHOWN ? valid.filter((one) => !fitting.includes(one)) : [];
  const shares = area === null ? [] : await stores.advisers.sharesOf(area);
  const turned = rotate({ wanted: idsOf(fitting), others: idsOf(others) }, shares, MOST_SHOWN, deps.chance);
  const showing: Showing = {
    id: inbound.deliveryId,
    at: now,
    person: actor.person,
    organisation: actor.organisation,
    area: area ?? 'unclear',
    municipality: place.municipality,
    advisers: turned.order,
    fitting: fitting.length,
  };
  if (area !== null && turned.order.length > 0) await stores.advisers.show(showing, turned.shares);
  return shownAs(turn, words, showing, all, place);
}

function shownAs(
  { person }: Turn,
  words: string,
  showing: Showing,
  all: readonly Adviser[],
  { within, ...place }: Within,
): AdvisersAnswer {
  const shown = showing.advisers.flatMap((id) => {
    const adviser = all.find((one) => one.id === id);
    if (!adviser) return [];
    return [{ adviser, own: isOwn(adviser, person), serves: servesAny(adviser, within) }];
  });
  return {
    kind: 'advisers',
    words,
    area: showing.area === 'unclear' ? null : showing.area,
    ...place,
    shown,
    fitting: showing.fitting,
    showing: showing.id,
  };
}

/** Whether the adviser is a company of the person's own: it is marked, not hidden (T-98). */
function isOwn({ cvr }: Adviser, { companies = [] }: Turn['person']): boolean {
  return cvr !== null && companies.includes(cvr);
}

/**
 * Refers the company of a case to an adviser, by the verb that registers referrals and with its refusals, and plans the
 * question whether the company used it. Refuses `unknown-adviser` where nobody valid today has the id or name.
 */
async function chooseAdviser(turn: Turn, { input }: AdvisersCommand): Promise<readonly Answer[]> {
  const { stores, inbound, now, actor } = turn;
  const typed = input.adviser?.trim() ?? '';
  const caseId = input.case?.trim().toUpperCase() ?? '';
  const known = await stores.advisers.choicesOf(caseId);
  if (known.some(({ id }) => id === inbound.deliveryId)) return [await showCase(turn, caseId)];
  const adviser = (await stores.advisers.all()).find(
    (one) =>
      (one.id === typed || offerKey(one.name) === offerKey(typed)) &&
      one.areas.some((area) => advisesOn(one, area, today(turn))),
  );
  if (!adviser) return [refused('unknown-adviser', { typed: typed.slice(0, 60) })];
  const before = (await stores.cases.get(caseId))?.referrals?.length ?? 0;
  const to = actorOfAdviser(adviser.kind);
  const answers = await answerCase(turn, {
    name: 'case-action',
    verb: 'case.refer',
    caseId,
    revision: null,
    input: { name: adviser.name, ...(to && { to }) },
  });
  const after = (await stores.cases.get(caseId))?.referrals?.length ?? 0;
  if (after > before) {
    const choice: Choice = {
      id: inbound.deliveryId,
      caseId,
      adviser: adviser.id,
      showing: input.showing || null,
      person: actor.person,
      organisation: actor.organisation,
      at: now,
      own: isOwn(adviser, turn.person),
      askAt: addElapsed(now, ASK_AFTER_DAYS * 24),
    };
    await stores.advisers.choose(choice);
  }
  return answers;
}
