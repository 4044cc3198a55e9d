import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import type { AuditAction } from '../core/audit.ts';
import type { World } from './command.ts';

/** Notes in the audit that somebody read or erased cases by command line: one line a case, or one without any. */
export async function noteCommand(
  { unitOfWork }: { readonly unitOfWork: UnitOfWork },
  world: World,
  action: Exclude<AuditAction, 'read' | 'found'>,
  about: { readonly caseId?: string; readonly cases: number },
): Promise<void> {
  const entry = {
    at: world.now(),
    person: `cli:${world.account()}`,
    organisation: null,
    action,
    caseId: about.caseId ?? null,
    relation: null,
    cases: about.cases,
  };
  await unitOfWork.run((stores) => stores.audit.add([entry]));
}
