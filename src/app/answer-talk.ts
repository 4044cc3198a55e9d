import type { Answer } from '../core/answer.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../core/municipalities.ts';
import { actorOf, houseOf, municipalityOf, type OrganisationId } from '../core/organisation.ts';
import type { Question } from '../core/talk.ts';
import { decide } from '../core/triage/decide.ts';
import type { TriageFacts } from '../core/triage/facts.ts';
import type { Area, Depth } from '../core/vocabulary.ts';
import { isWrittenAsName } from '../core/written-name.ts';
import { readerOf } from './case-card.ts';
import { showCases } from './case-lists.ts';
import { withChats } from './chats.ts';
import { findCases } from './find-cases.ts';
import { type Turn, today } from './turn.ts';

/** The answer to a question that was typed. Opens and changes nothing. */
export async function answerQuestionTyped(turn: Turn, question: Question): Promise<Answer> {
  switch (question.kind) {
    case 'find':
      return findCases(turn, question.searched);
    case 'cases':
      return showCases(turn, { filter: question.filter });
    case 'terms':
      return { kind: 'terms', terms: question.terms };
    case 'rule':
      return { kind: 'rule', rule: question.rule };
    case 'door':
      return doorOf(turn, question.area, question.municipality);
    case 'office':
      return officeAsked(turn, question);
    case 'help':
      return { kind: 'help' };
    default: {
      const never: never = question;
      return never;
    }
  }
}

/**
 * Whether a search found nothing for a text that is written as a name: where the company is asked for, it is the name, though
 * it begins like a command, as `Find Vej Kommunikation` does.
 */
export function isNameOfNobody(text: string, answer: Answer): boolean {
  if (answer.kind !== 'found' || !isWrittenAsName(text)) return false;
  const { lines, known, outreach = [] } = answer;
  return lines.length + known.length + outreach.length === 0;
}

/** Whose door a need is by the rules, for an established company and an early entrepreneur, in depth and in brief. */
function doorOf(turn: Turn, area: Area, asked: MunicipalityCode | undefined): Answer {
  const { organisation } = turn.actor;
  const own = asked ?? municipalityOf(organisation);
  const municipality = own ?? MUNICIPALITIES.find(({ house }) => house === organisation)?.code;
  if (municipality === undefined) throw new Error(`${organisation} serves no municipality`);
  const day = today(turn);
  const entry = actorOf(organisation);
  const of = (facts: Partial<TriageFacts>, depth?: Depth) => {
    const needs = [{ area, ...(depth && { depth }) }];
    return decide({ municipality, entry, needs, ...facts }, turn.deps.settingsOf, day);
  };
  const decisions = [
    of({ stage: 'established' }),
    of({ stage: 'entrepreneur', maturity: 'early' }),
    of({ stage: 'established' }, 'basic'),
  ];
  const ways = decisions.flatMap(({ owner, reasons }) => {
    const reason = reasons.find(({ rule }) => rule === owner.rule);
    // Of a house without a municipality asked for, the local office could be any of several.
    const isAny = owner.actor === 'les' && own === undefined;
    return reason ? [{ organisation: isAny ? null : owner.organisation, reason }] : [];
  });
  return {
    kind: 'door',
    area,
    ways: ways.filter(({ reason }, at) => ways.findIndex((way) => way.reason.rule === reason.rule) === at),
  };
}

async function officeAsked(turn: Turn, question: Extract<Question, { kind: 'office' }>): Promise<Answer> {
  const organisation = officeMeant(turn.actor.organisation, question.organisation);
  const coordinators = await turn.stores.people.coordinators(organisation);
  const answer: Answer = {
    kind: 'office',
    office: turn.deps.officeOf(organisation),
    matter: question.matter,
    people: coordinators.map(({ id, name }) => ({ id, name })),
  };
  return turn.inbound.audience === 'person' ? withChats(answer, readerOf(turn), turn.stores) : answer;
}

/** The office that is asked about by somebody of an organisation. */
export function officeMeant(own: OrganisationId, asked: OrganisationId | 'own' | 'house'): OrganisationId {
  if (asked === 'own') return own;
  const municipality = municipalityOf(own);
  return asked === 'house' ? (municipality ? houseOf(municipality) : own) : asked;
}
