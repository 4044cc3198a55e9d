import type { Reply } from '../../src/app/inbound.ts';
import type { Delivery, Messenger } from '../../src/app/ports/messenger.ts';
import { answerData, filled, type Shown, shownData } from './view-data.ts';

/** One thing that somebody did, or that time did, with everything that came of it. */
export interface Step {
  readonly does: string;
  /** Requests of the platform, without ids and times. */
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
  /** What is done until `loud` is one step, of which nothing is noted: another case shows it. */
  quiet(does: string): void;
  loud(): void;
  sends(request: object): void;
  answers(reply: Reply): void;
  shows(shown: Shown): void;
  effects(effects: readonly object[]): void;
  /** Texts that are facts about people and companies, by the name of their input. */
  fact(name: string, value: string): void;
  /** A messenger that notes what the worker has it deliver. */
  delivering(messenger: Messenger, nameOf: (conversation: string) => string): Messenger;
}

const readerOf = (one: object) => String('to' in one ? one.to : '');
const byReader = (one: object, other: object) => readerOf(one).localeCompare(readerOf(other));

export function recordSteps(): Steps {
  const all: (Omit<Step, 'shows'> & { readonly shows: Shown[] })[] = [];
  const facts = new Map<string, string>();
  let isQuiet = false;
  const begin = (does: string) => void all.push({ does, effects: [], sends: [], answers: [], shows: [] });
  /** The step that is under way; none while the world is made. */
  const now = () => (isQuiet ? undefined : all.at(-1));
  return {
    all: () =>
      all.map(({ sends, answers, shows, ...step }) => {
        const shown = shows.map((one) => shownData(one, facts));
        // The worker delivers side by side: in order to each reader, in any order between them.
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
    effects: (effects) => void now()?.effects.push(...effects),
    fact: (name, value) => void (value.length > 3 && facts.set(value, name)),
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
