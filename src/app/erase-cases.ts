import type { Case } from '../core/case/case.ts';
import { type ErasureCause, eraseCase, eraseContact, eraseWords } from '../core/case/erase-case.ts';
import { eraseNamed } from '../core/case/named-texts.ts';
import {
  isPastRetention,
  monthsBefore,
  PRE_STARTER_RETENTION_MONTHS,
  RETENTION_MONTHS,
} from '../core/case/retention.ts';
import type { IsGone } from '../core/case/words.ts';
import type { Dependencies } from './dependencies.ts';
import { forgetWords } from './forget-words.ts';
import type { Stores } from './ports/unit-of-work.ts';
import { saveChange } from './save-case.ts';

/** Makes one case anonymous, and deletes its draft and the examples learnt from its words. */
export async function eraseOne(
  deps: Pick<Dependencies, 'calendar'>,
  stores: Stores,
  kase: Case,
  now: string,
  cause: ErasureCause,
): Promise<void> {
  const draft = await stores.drafts.get(kase.draftId);
  await forgetWords(stores, [{ id: kase.draftId, values: kase.values }, ...(draft ? [draft] : [])]);
  await stores.drafts.delete(kase.draftId);
  await saveChange(stores, eraseCase(kase, now, cause), deps.calendar, now);
}

/** Removes the contact person and the free text from a company's case. The case goes on. */
export async function eraseContactOf(
  deps: Pick<Dependencies, 'calendar'>,
  stores: Stores,
  kase: Case,
  now: string,
): Promise<void> {
  await forgetWords(stores, [{ id: kase.draftId, values: kase.values }]);
  await stores.drafts.delete(kase.draftId);
  await saveChange(stores, eraseContact(kase, now), deps.calendar, now);
}

/** Removes the old values and the free text from a case whose contact person is another. The case goes on. */
export async function eraseWordsIn(
  deps: Pick<Dependencies, 'calendar'>,
  stores: Stores,
  kase: Case,
  now: string,
): Promise<void> {
  await forgetWords(stores, [{ id: kase.draftId, values: kase.values }]);
  await stores.drafts.delete(kase.draftId);
  await saveChange(stores, eraseWords(kase, now), deps.calendar, now);
}

/** Removes the texts that name somebody from a case that is another's. The case goes on. */
export async function eraseNamedIn(
  deps: Pick<Dependencies, 'calendar'>,
  stores: Stores,
  kase: Case,
  isNamed: IsGone,
  now: string,
): Promise<void> {
  await forgetWords(stores, [{ id: kase.draftId, values: kase.values }]);
  await stores.drafts.delete(kase.draftId);
  await saveChange(stores, eraseNamed(kase, isNamed, now), deps.calendar, now);
}

const AT_ONCE = 100;

/**
 * Makes cases anonymous 60 months after they ended, and those of a pre-starter without CVR number after 12
 * (handover.md, "Data protection"). Returns how many.
 */
export async function keepRetention(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  now: string,
): Promise<number> {
  const ended = monthsBefore(now, RETENTION_MONTHS);
  const endedPersons = monthsBefore(now, PRE_STARTER_RETENTION_MONTHS);
  return (await eraseBefore(deps, ended, false, now)) + (await eraseBefore(deps, endedPersons, true, now));
}

async function eraseBefore(
  deps: Pick<Dependencies, 'unitOfWork' | 'calendar'>,
  instant: string,
  withoutCvr: boolean,
  now: string,
): Promise<number> {
  let erased = 0;
  let after = '';
  for (;;) {
    const page = { after, limit: AT_ONCE, withoutCvr };
    const ids = await deps.unitOfWork.read((stores) => stores.cases.endedBefore(instant, page));
    if (ids.length === 0) return erased;
    await deps.unitOfWork.run(async (stores) => {
      const cases: string[] = [];
      const drafts: string[] = [];
      for (const id of ids) {
        const kase = await stores.cases.get(id);
        if (!kase || !isPastRetention(kase, now)) continue;
        await eraseOne(deps, stores, kase, now, 'retention');
        cases.push(id);
        drafts.push(kase.draftId);
      }
      if (cases.length === 0) return;
      await stores.erasures.add({
        at: now,
        cause: 'retention',
        cases,
        contacts: [],
        drafts,
        subject: [],
      });
      erased += cases.length;
    });
    after = ids.at(-1) ?? after;
    if (ids.length < AT_ONCE) return erased;
  }
}
