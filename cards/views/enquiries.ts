import { momentWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Case } from '../../src/core/case/case.ts';
import { enquiriesOf, promiseOf } from '../../src/core/case/enquiries.ts';
import type { Enquiry } from '../../src/core/case/enquiry.ts';
import { organisationName, parseOrganisation } from '../../src/core/organisation.ts';
import { type Language, REFERRERS } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { inSentence } from './parts.ts';

/** The enquiries shown, the latest. */
const MOST = 6;

const saysMore = ({ channel, trigger, referredBy, basis }: Enquiry) =>
  channel !== null || trigger !== null || referredBy !== null || basis !== undefined;

/** Each enquiry with how it came about and its answer. A single one without more to say stands in the history. */
export function enquiryBlocks(kase: Case, now: string, language: Language): Block[] {
  const enquiries = enquiriesOf(kase);
  if (enquiries.length === 1 && !enquiries.some(saysMore)) return [];
  const { enquiries: words, labels } = sentencesIn(language);
  const items = enquiries.slice(-MOST).map((enquiry) => {
    const { at, channel, trigger, referredBy, receivedBy, needs, basis } = enquiry;
    const promise = promiseOf(kase, enquiry);
    const answer =
      promise === undefined
        ? words.noPromise
        : promise.answeredAt === null
          ? words.unanswered
          : words.answered(
              momentWords(promise.answeredAt, now, language),
              promise.how && labels.answerForm[promise.how],
              promise.answeredBy?.name,
            );
    const source = [
      channel && inSentence(labels.answerForm[channel]),
      trigger && inSentence(labels.trigger[trigger]),
      referredBy && words.referredBy(referrerName(referredBy, language)),
      basis && inSentence(labels.basis[basis.kind]),
      ...needs.map((need) => labels.area[need]),
    ].filter((part) => part);
    return words.line(
      momentWords(at, now, language),
      organisationName(receivedBy.organisation),
      [...source, answer].join(', '),
    );
  });
  return [{ kind: 'list', items }];
}

function referrerName(referredBy: NonNullable<Enquiry['referredBy']>, language: Language): string {
  const known = REFERRERS.find((one) => one === referredBy);
  const { enquiries, labels } = sentencesIn(language);
  if (known === 'other') return enquiries.otherReferrer;
  if (known) return inSentence(labels.referrer[known]);
  const organisation = parseOrganisation(referredBy);
  return organisation ? organisationName(organisation) : referredBy;
}
