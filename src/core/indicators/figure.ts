/** The indicators of domain.md, section 7, that stored data can provide. */
const INDICATORS = [
  'I-04',
  'I-05',
  'I-06',
  'I-07',
  'I-10',
  'I-11-reported',
  'I-11-working',
  'I-12',
  'I-21',
  'I-36',
  'I-39',
  'I-71',
] as const;
export type IndicatorId = (typeof INDICATORS)[number];

/**
 * How to read a target: a minimum, a maximum (disputed, I-05), or a line shown without judgement (I-07, domain D-13).
 */
interface Target {
  readonly kind: 'at-least' | 'up-to' | 'line';
  readonly value: number;
}

/** A figure. A share is `count` of `base`; a plain number has no base. */
export interface Figure {
  readonly id: IndicatorId;
  readonly count: number;
  readonly base: number | null;
  /** `count / base`; null where there is no base or it is empty. */
  readonly share: number | null;
  /** Cases that may still count either way and are in neither number. */
  readonly pending: number;
  readonly target: Target | null;
  /** The dispute of domain.md, section 8, that affects the definition. */
  readonly dispute: string | null;
}

const ABOUT: Readonly<Record<IndicatorId, Pick<Figure, 'target' | 'dispute'>>> = {
  'I-04': { target: { kind: 'at-least', value: 0.3 }, dispute: null },
  'I-05': { target: { kind: 'up-to', value: 1 }, dispute: 'D-02' },
  'I-06': { target: { kind: 'at-least', value: 0.9 }, dispute: 'D-09' },
  'I-07': { target: { kind: 'line', value: 0.3 }, dispute: 'D-13' },
  'I-10': { target: { kind: 'at-least', value: 0.8 }, dispute: 'D-19' },
  'I-11-reported': { target: null, dispute: 'D-10' },
  'I-11-working': { target: null, dispute: 'D-10' },
  'I-12': { target: null, dispute: 'D-18' },
  'I-21': { target: { kind: 'at-least', value: 0.5 }, dispute: null },
  'I-36': { target: null, dispute: null },
  'I-39': { target: { kind: 'at-least', value: 0.8 }, dispute: 'D-19' },
  'I-71': { target: null, dispute: null },
};

/** A figure with its target and dispute. */
export function figure(id: IndicatorId, count: number, base: number | null, pending = 0): Figure {
  return { id, count, base, share: base ? count / base : null, pending, ...ABOUT[id] };
}
