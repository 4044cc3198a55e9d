import type { Understanding } from '../../app/ports/language-model.ts';
import type { Area } from '../../core/vocabulary.ts';

/** Needs that are offered at most. */
const MOST_OFFERED = 3;

/**
 * The understanding after the service has named needs as well. What both name is filled in; where they disagree, both are
 * offered, the own model's first. A crisis that the own model read stays one, because a text may tell the service to say
 * something else; a crisis that only the service read is offered. A service that names nothing changes nothing.
 */
export function agreeOn(own: Understanding, named: readonly Area[]): Understanding {
  const clear: readonly Area[] = named.filter((area) => area !== 'unclear');
  if (clear.length === 0) return own;
  const agreed = own.chosen.filter((area) => clear.includes(area) || area === 'crisis');
  const rest = [...own.chosen, ...clear, ...own.offered].filter(
    (area, at, all) => !agreed.includes(area) && area !== 'unclear' && all.indexOf(area) === at,
  );
  return {
    ...own,
    chosen: agreed,
    offered: rest.slice(0, Math.max(MOST_OFFERED, own.offered.length)),
  };
}
