import { startPromise } from '../promise/clock.ts';
import type { WorkingCalendar } from '../promise/working-calendar.ts';
import { type Area, OPEN_AREAS } from '../vocabulary.ts';
import type { Case, Promise48 } from './case.ts';
import { type Enquiry, UNKNOWN_SOURCE } from './enquiry.ts';

/** All promises of a case, oldest first. The last one is the one that runs. */
export function promisesOf(kase: Pick<Case, 'earlierPromises' | 'promise'>): readonly Promise48[] {
  return [...(kase.earlierPromises ?? []), kase.promise];
}

/** The promise of an enquiry; undefined where it has none. */
export function promiseOf(kase: Case, { promise }: Enquiry): Promise48 | undefined {
  return promise === null ? undefined : promisesOf(kase)[promise];
}

/**
 * The enquiries of any case, oldest first. A case of a version that kept none has one for each promise (the first contact
 * and the reopenings) and one for each later contact, which joins the promise that was unanswered when it came.
 */
export function enquiriesOf(kase: Case): readonly Enquiry[] {
  const stored = kase.enquiries ?? [];
  const promises = promisesOf(kase);
  const begun = promises.flatMap((promise, place) =>
    stored.some((one) => one.promise === place) ? [] : [beginningOf(kase, promise, place)],
  );
  const later = kase.contacts.flatMap(({ at, by, areas }): readonly Enquiry[] => {
    // The note of an answer has no areas.
    if (areas === undefined || stored.some((one) => one.at === at)) return [];
    const place = promises.findLastIndex(({ contactedAt }) => contactedAt <= at);
    const answeredAt = promises[place]?.answeredAt ?? null;
    const joins = place >= 0 && (answeredAt === null || answeredAt > at);
    return [{ ...UNKNOWN_SOURCE, at, receivedBy: by, needs: areas, promise: joins ? place : null }];
  });
  return [...stored, ...begun, ...later].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The enquiry with which a promise began, where none is stored: the first contact, or a reopening. */
function beginningOf(kase: Case, { contactedAt: at }: Promise48, place: number): Enquiry {
  const { entry = null, areas: needs = [] } = kase.values;
  const reopening = kase.remarks?.find((one) => one.event === 'reopened' && one.at === at);
  const receivedBy = place === 0 ? kase.createdBy : (reopening?.by ?? kase.assignee ?? kase.createdBy);
  return { ...UNKNOWN_SOURCE, entry: place === 0 ? entry : null, at, receivedBy, needs, promise: place };
}

/** Whether a need is one that no enquiry of the case has had. A need outside the list says nothing. */
export function hasNewNeed(kase: Case, needs: readonly Area[]): boolean {
  const known: readonly Area[] = [
    ...OPEN_AREAS,
    ...(kase.values.areas ?? []),
    ...enquiriesOf(kase).flatMap((one) => one.needs),
  ];
  return needs.some((need) => !known.includes(need));
}

/** The case with one more enquiry, which joins the running promise or has none. */
export function withEnquiry(kase: Case, enquiry: Omit<Enquiry, 'promise'>): Case {
  const running = kase.promise.answeredAt === null ? promisesOf(kase).length - 1 : null;
  return { ...kase, enquiries: [...enquiriesOf(kase), { ...enquiry, promise: running }] };
}

/** Steps that happen once for each promise. The others happen once for each offer or planned call. */
const OF_PROMISE = ['owner-50', 'broken-100'];

/**
 * The case with an enquiry that starts a promise of its own, as long as the last one (registration.md, "The promise,
 * further readings"). The answered promise is kept.
 */
export function withNewPromise(
  kase: Case,
  enquiry: Omit<Enquiry, 'promise'>,
  calendar: WorkingCalendar,
): Case {
  const earlierPromises = promisesOf(kase);
  const { hours, reading } = kase.promise;
  return {
    ...kase,
    enquiries: [...enquiriesOf(kase), { ...enquiry, promise: earlierPromises.length }],
    earlierPromises,
    promise: startPromise(enquiry.at, hours, reading, calendar),
    steps: kase.steps.filter((step) => !OF_PROMISE.includes(step)),
  };
}
