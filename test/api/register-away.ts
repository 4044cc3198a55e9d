import type { CompanyRegister } from '../../src/app/ports/company-register.ts';

/** A register that does not answer while `isAway` says so. */
export function awayWhen(inner: CompanyRegister, isAway: () => boolean): CompanyRegister {
  const away = { state: 'unavailable', code: 'down' } as const;
  return {
    findByCvr: async (...asked) => (isAway() ? away : inner.findByCvr(...asked)),
    searchByName: async (...asked) => (isAway() ? away : inner.searchByName(...asked)),
  };
}
