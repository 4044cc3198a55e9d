import type { Crm, CrmChange } from '../../src/app/ports/crm.ts';

interface AllChanges {
  readonly changes: readonly CrmChange[];
  readonly token: string;
  readonly pages: number;
}

/** All pages of a CRM's changes since a token, each change once. */
export async function allChanges(crm: Crm, token: string | null): Promise<AllChanges | 'expired'> {
  const changes: CrmChange[] = [];
  let at = token;
  for (let pages = 1; ; pages++) {
    const page = await crm.changesSince?.(at);
    if (page?.state !== 'read') return 'expired';
    changes.push(
      ...page.changes.filter((one) => !changes.some(({ caseId }) => caseId && caseId === one.caseId)),
    );
    at = page.token;
    if (!page.more) return { changes, token: at, pages };
  }
}
