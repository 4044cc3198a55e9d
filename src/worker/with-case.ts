import type { Dependencies } from '../app/dependencies.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import type { Case } from '../core/case/case.ts';

/** Reads the case, and more with it, in one transaction. Undefined where there is no such case. */
export function withCase<T>(
  id: string,
  deps: Pick<Dependencies, 'unitOfWork'>,
  read: (kase: Case, stores: ReadStores) => Promise<T>,
): Promise<T | undefined> {
  return deps.unitOfWork.read(async (stores) => {
    const kase = await stores.cases.get(id);
    return kase && read(kase, stores);
  });
}
