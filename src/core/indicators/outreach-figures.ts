import { danishDate } from '../danish-date.ts';
import type { OutreachContact } from '../outreach/outreach.ts';
import { isIn } from './counted-case.ts';
import type { FigureQuestion } from './question.ts';

/** The own figures about outreach: contacts made in the period, and plans of it that met one of the other side. */
export interface OutreachFigures {
  readonly made: number;
  /** Companies that both sides planned to contact at the same time: counted once, by the later plan. */
  readonly collisions: number;
}

/** Counts outreach. With an organisation: what it made or took part in, and collisions of either side's with it. */
export function outreachFigures(
  contacts: readonly OutreachContact[],
  { period, asOf, organisation }: Pick<FigureQuestion, 'period' | 'asOf' | 'organisation'>,
): OutreachFigures {
  const known = contacts.filter(({ createdAt }) => Date.parse(createdAt) <= Date.parse(asOf));
  const byId = new Map(known.map((contact) => [contact.id, contact]));
  const today = danishDate(asOf);
  const made = known.filter(
    ({ by, made }) =>
      made !== null &&
      isIn(made.on, period) &&
      made.on <= today &&
      (organisation === null || by === organisation || made.jointly.includes(organisation)),
  );
  const collisions = known.filter(({ createdAt, collidesWith, by, told }) => {
    const other = collidesWith === null ? undefined : byId.get(collidesWith);
    const isLater = other !== undefined && createdAt >= other.createdAt && other.collidesWith !== null;
    const concerns = organisation === null || by === organisation || told.organisation === organisation;
    return isLater && concerns && isIn(danishDate(createdAt), period);
  });
  // Two plans of the same instant point at each other: one collision.
  const pairs = new Set(collisions.map(({ id, collidesWith }) => [id, collidesWith].sort().join(' ')));
  return { made: made.length, collisions: pairs.size };
}
