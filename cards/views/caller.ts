import { momentWords } from '../../dialogs/dates.ts';
import { joined } from '../../dialogs/list-of.ts';
import { openingHoursWords } from '../../dialogs/opening-hours-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { CallerMessage } from '../../src/core/answer.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { phoneWords } from './parts.ts';

/** What to tell the caller: who answers and by when, with the office's phone and hours. `now` is an ISO instant. */
export function callerBlocks(caller: CallerMessage | null, now: string, language: Language): Block[] {
  if (caller === null) return [];
  const { caller: words } = sentencesIn(language);
  const { office, by } = caller;
  const phone = phoneWords(office.phone ?? undefined);
  const reached = [
    ...(phone === undefined ? [] : [words.phone(phone)]),
    words.open(openingHoursWords(office.week, language)),
  ];
  return [
    {
      kind: 'text',
      strong: true,
      text:
        by === null
          ? words.answersSoon(office.name)
          : words.answersBy(office.name, momentWords(by, now, language)),
    },
    { kind: 'text', subtle: true, text: reached.join(' · ') },
  ];
}

/** The warning that an office without a channel hears of the case from nobody, or from its coordinators only. */
export function reachBlocks(caller: CallerMessage | null, language: Language): Block[] {
  if (caller === null || caller.reach === 'channel') return [];
  const { caller: words } = sentencesIn(language);
  const { office, reach } = caller;
  const phone = phoneWords(office.phone ?? undefined);
  const ways = [
    ...(phone === undefined ? [] : [words.callPhone(phone)]),
    ...(office.email === null ? [] : [words.writeTo(office.email)]),
  ];
  const told = reach === 'nobody' ? words.nobodyTold(office.name) : words.coordinatorsOnly(office.name);
  const contact = ways.length === 0 ? words.contactThem : words.contactThemBy(joined(ways, words.or));
  return [{ kind: 'callout', tone: 'warning', text: `${told} ${contact}` }];
}
