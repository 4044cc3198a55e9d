import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import type { AuditAction, AuditEntry } from '../core/audit.ts';
import type { World } from './command.ts';

type CommandAction = Exclude<AuditAction, 'read' | 'found'>;
interface About {
  readonly caseId?: string;
  readonly cases: number;
}

/** The line of the audit that somebody read or erased cases by command line: one a case, or one without any. */
export function entryOfCommand(world: World, action: CommandAction, about: About): AuditEntry {
  return {
    at: world.now(),
    person: `cli:${world.account()}`,
    organisation: null,
    action,
    caseId: about.caseId ?? null,
    relation: null,
    cases: about.cases,
  };
}

/** Notes a command in the audit. */
export async function noteCommand(
  { unitOfWork }: { readonly unitOfWork: UnitOfWork },
  world: World,
  action: CommandAction,
  about: About,
): Promise<void> {
  await unitOfWork.run((stores) => stores.audit.add([entryOfCommand(world, action, about)]));
}
