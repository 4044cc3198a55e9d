import type { Draft, FieldProblem } from '../core/intake/draft.ts';
import type { ReadInputs } from '../core/intake/read-inputs.ts';
import { findMunicipality } from '../core/municipalities.ts';

/** A problem for each typed value that the register overrides or does not know: the caller may know better. */
export function overruled(read: ReadInputs, filled: Draft): readonly FieldProblem[] {
  return [...unitElsewhere(read, filled), ...municipalityElsewhere(read, filled)];
}

/** A P-number that is none of the company's units, so it does not say where the enquiry belongs. */
function unitElsewhere(read: ReadInputs, { pNumbers }: Draft): readonly FieldProblem[] {
  const typed = read.values.pNumber;
  if (typed === undefined || pNumbers.length === 0) return [];
  if (pNumbers.some(({ pNumber }) => pNumber === typed)) return [];
  return [{ field: 'pNumber', refusal: { code: 'unit-unknown', params: { pNumber: typed } }, typed }];
}

function municipalityElsewhere(read: ReadInputs, filled: Draft): readonly FieldProblem[] {
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
