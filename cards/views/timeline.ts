import { durationWords, momentWords } from '../../dialogs/dates.ts';
import { eventWords } from '../../dialogs/event-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { IntakeField } from '../../src/core/intake/draft.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';

type CaseAnswer = Extract<Answer, { kind: 'case' }>;

/** A time in which an office had the case while the company waited. ISO instants. */
interface Turn {
  readonly office: OrganisationId;
  readonly from: string;
  readonly to: string;
}

/** Whose clock ran when: from the company's contact to its answer, or to `now`. An offer that is not accepted moves nothing. */
function turnsOf({ handovers, owner, promise }: Case, now: string): readonly Turn[] {
  const end = promise.answeredAt ?? now;
  const turns: Turn[] = [];
  let [office, from] = [handovers[0]?.from ?? owner, promise.contactedAt];
  for (const { state, to, settledAt } of handovers) {
    if (state !== 'accepted' || settledAt === null || settledAt >= end) continue;
    turns.push({ office, from, to: settledAt });
    [office, from] = [to, settledAt];
  }
  return [...turns, { office, from, to: end }];
}

/** What the shared CRM is to know of a company, as far as a form can ask for it. */
const EXPECTED = ['cvr', 'pNumber', 'contactName', 'contactPhone', 'contactEmail', 'segment'] as const;
const OF_COMPANIES: readonly IntakeField[] = ['cvr', 'pNumber', 'segment'];

/** What is not registered yet, for those who may see all that is. A pre-starter has no numbers and no segment. */
function missingBlocks({ case: { values, status }, viewer }: CaseAnswer, language: Language): Block[] {
  if (viewer.relation !== 'owner' || status === 'withdrawn' || status === 'entered-in-error') return [];
  const { board, caseLabels } = sentencesIn(language);
  const missing = EXPECTED.filter(
    (field) =>
      values[field] === undefined && !(values.stage === 'pre-starter' && OF_COMPANIES.includes(field)),
  );
  if (missing.length === 0) return [];
  return [
    {
      kind: 'facts',
      facts: [{ label: board.missing, value: missing.map((one) => caseLabels.field[one]).join(', ') }],
    },
  ];
}

/** A case's whole history, oldest first, with whose clock ran when, and what is missing. For a page, which has room for it. */
export function timelineBlocks(answer: CaseAnswer, language: Language): Block[] {
  const { board } = sentencesIn(language);
  const { case: kase, history, now, viewer } = answer;
  if (!viewer.sees.outline) return [];
  const clock = turnsOf(kase, now).map(({ office, from, to }) =>
    board.clockRan(
      organisationName(office),
      durationWords(Date.parse(to) - Date.parse(from), language),
      momentWords(from, now, language),
    ),
  );
  const events = [...history]
    .sort((one, other) => one.sequence - other.sequence)
    .map(({ at, event, actor }) =>
      [`${momentWords(at, now, language)}: ${eventWords(event, language)}`, actor?.name]
        .filter((part) => part)
        .join(', '),
    );
  return [
    ...missingBlocks(answer, language),
    {
      kind: 'section',
      title: board.timeline,
      folded: false,
      blocks: [
        { kind: 'list', items: events },
        { kind: 'text', strong: true, text: board.whoseClock },
        { kind: 'list', items: clock },
      ],
    },
  ];
}
