import type { RegisteredCompany } from '../app/ports/company-register.ts';

/** Sorts ceased companies last: a caller may mean one, but hardly ever does. */
export function livingFirst(a: RegisteredCompany, b: RegisteredCompany): number {
  return Number(a.standing === 'ceased') - Number(b.standing === 'ceased');
}
