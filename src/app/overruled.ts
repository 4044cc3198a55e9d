import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import type { ReadInputs } from '../core/intake/read-inputs.ts';
import { findMunicipality } from '../core/municipalities.ts';

/** Where the register knows better than what was typed: said, since the caller may know better still. */
export function overruled(read: ReadInputs, filled: Draft): readonly FieldProblem[] {
  const said = read.values.municipality;
  const { municipality } = filled.values;
  if (said === undefined || municipality === undefined || said === municipality) return [];
  const { pNumber } = filled.values;
  const ofUnit = filled.pNumbers.some(
    (unit) => unit.pNumber === pNumber && unit.municipality === municipality,
  );
  return [
    {
      field: 'municipality',
      refusal:
        ofUnit && pNumber !== undefined && filled.seat !== municipality
          ? { code: 'unit-differs', params: { municipality, pNumber } }
          : { code: 'register-differs', params: { municipality } },
      typed: findMunicipality(said)?.name ?? said,
    },
  ];
}
