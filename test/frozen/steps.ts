import type { Reply } from '../../src/app/inbound.ts';
import type { Delivery, Messenger } from '../../src/app/ports/messenger.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import { answerData, filled, type Shown, shownData } from './view-data.ts';

/** One thing that a person, the worker or the clock did, and everything that came of it. */
export interface Step {
  readonly does: string;
  /** Requests from the platform, without ids and times. */
  readonly sends: object[];
  /** What the application answered. */
  readonly answers: object[];
  /** What the platform was told to show. */
  readonly shows: object[];
  /** What was put into the outbox. */
  readonly effects: object[];
}

/** Records a sequence, a step at a time. */
export interface Steps {
  /** Everything so far. */
  all(): readonly Step[];
  begin(does: string): void;
  /** Begins a step that records nothing, up to `loud`. */
  quiet(does: string): void;
  loud(): void;
  sends(request: object): void;
  answers(reply: Reply): void;
  shows(shown: Shown): void;
  /** Names a text that is a fact about a person or company, after its input. */
  fact(name: string, value: string): void;
  /** The messenger, with each delivery of the worker recorded. */
  delivering(messenger: Messenger, nameOf: (conversation: string) => string): Messenger;
  /** The unit of work, with the effects of each committed transaction recorded. */
  writing(unitOfWork: UnitOfWork): UnitOfWork;
}

const readerOf = (one: object) => String('to' in one ? one.to : '');
const byReader = (one: object, other: object) => readerOf(one).localeCompare(readerOf(other));

export function recordSteps(): Steps {
  const all: (Omit<Step, 'shows'> & { readonly shows: Shown[] })[] = [];
  const facts = new Map<string, string>();
  let isQuiet = false;
  const begin = (does: string) => void all.push({ does, effects: [], sends: [], answers: [], shows: [] });
  /** The step that records; undefined while the world is set up, and in a quiet step. */
  const now = () => (isQuiet ? undefined : all.at(-1));
  return {
    all: () =>
      all.map(({ sends, answers, shows, ...step }) => {
        const shown = shows.map((one) => shownData(one, facts));
        // The worker keeps the order for each reader, and delivers to different readers in any order.
        return sends.length > 0
          ? { ...step, sends, answers, shows: shown }
          : { ...step, sends, answers: answers.toSorted(byReader), shows: shown.toSorted(byReader) };
      }),
    begin(does) {
      if (!isQuiet) begin(does);
    },
    quiet(does) {
      begin(does);
      isQuiet = true;
    },
    loud() {
      isQuiet = false;
    },
    sends: (request) => void now()?.sends.push(filled(request)),
    answers: ({ answers, language }) => {
      for (const answer of answers)
        now()?.answers.push(filled({ ...answerData(answer), ...(language !== 'da' && { language }) }));
    },
    shows: (shown) => void now()?.shows.push(shown),
    fact: (name, value) => void (value.length > 3 && facts.set(value, name)),
    writing: (unitOfWork) => ({
      ...unitOfWork,
      async run(work) {
        const added: Effect[] = [];
        const result = await unitOfWork.run((stores) => {
          const add: typeof stores.outbox.add = (about, effects, at) => {
            added.push(...effects);
            return stores.outbox.add(about, effects, at);
          };
          return work({ ...stores, outbox: { ...stores.outbox, add } });
        });
        now()?.effects.push(...added);
        return result;
      },
    }),
    delivering(messenger, nameOf) {
      const note =
        (to: string, how: string, answer: Reply['answers'][number], language: Reply['language']) =>
        async (delivery: Delivery): Promise<Delivery> => {
          const { outcome } = delivery;
          const came = outcome === 'sent' ? how : `${how}, ${outcome}`;
          now()?.answers.push(
            filled({
              to: nameOf(to),
              by: came,
              ...answerData(answer),
              ...(language !== 'da' && { language }),
            }),
          );
          return delivery;
        };
      return {
        channel: messenger.channel,
        post: (to, message, signal) =>
          messenger
            .post(to, message, signal)
            .then(note(to.id, 'a new message', message.answer, message.language)),
        update: (to, messageId, message, signal) =>
          messenger
            .update(to, messageId, message, signal)
            .then(note(to.id, 'a change in place', message.answer, message.language)),
      };
    },
  };
}
