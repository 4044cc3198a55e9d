import type { Membership, MembershipSource, Person } from './person.ts';
import { addElapsed } from './promise/clock.ts';

/**
 * Hours for which a membership by channel counts after its last confirmation. Less would lock people out during an
 * outage overnight; more would keep people who left.
 */
export const KEPT_HOURS = 24;

/** Hours after which the roster is asked again. */
const CONFIRM_HOURS = 1;

/** The source of a membership by a bound conversation: `channel:teams:19:abc@thread.tacv2`. */
export function channelSource(place: { readonly channel: string; readonly id: string }): MembershipSource {
  return `channel:${place.channel}:${place.id}`;
}

/** Whether the membership is by channel, not by the directory. */
export function isByChannel({ source }: Membership): boolean {
  return source?.startsWith('channel:') === true;
}

/** The channel (`teams`, `slack`) of a membership by channel. */
export function channelOf({ source }: Membership): string | undefined {
  return source?.startsWith('channel:') ? source.split(':')[1] : undefined;
}

/**
 * Whether the membership counts at an instant. A confirmation too far ahead was written by a clock that had jumped, and
 * does not count.
 */
export function counts(membership: Membership, now: string): boolean {
  if (!isByChannel(membership)) return true;
  const until = Date.parse(membership.confirmedUntil ?? '');
  const at = Date.parse(now);
  return until > at && until <= at + KEPT_HOURS * 3_600_000;
}

/** Bounds of `confirmedUntil` outside which a membership by channel needs confirmation (`isDue`). */
export function confirmationBounds(now: string): { readonly from: string; readonly to: string } {
  return { from: addElapsed(now, KEPT_HOURS - CONFIRM_HOURS), to: addElapsed(now, KEPT_HOURS) };
}

/** Whether the membership must be confirmed with the channel's roster. */
export function isDue(membership: Membership, now: string): boolean {
  if (!isByChannel(membership)) return false;
  const { from, to } = confirmationBounds(now);
  const until = Date.parse(membership.confirmedUntil ?? '');
  return !(until > Date.parse(from) && until <= Date.parse(to));
}

/** Whether a person is known from channels only: their id is then their identity. */
export function isLearned(person: Person): boolean {
  return person.identities.includes(person.id) || /^(teams|slack):/.test(person.id);
}
