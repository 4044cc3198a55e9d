import { type CloudAdapter, TeamsInfo } from 'botbuilder';
import { z } from 'zod';
import { LATE, LIMITS, within } from '../../app/deadline.ts';
import type { Clock } from '../../app/ports/clock.ts';
import type { Conversation } from '../../app/ports/conversation.ts';
import type { Roster, RosterAnswer } from '../../app/ports/roster.ts';
import { referenceOf, type Served } from './address.ts';
import { sendOnce } from './send-once.ts';

/** A member as a conversation's roster describes them. */
interface RosterMember {
  readonly userRole?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly aadObjectId?: string | undefined;
}

/** `id` is required: an answer without it must not count as a member. */
const memberShape = z.looseObject({
  id: z.string().min(1),
  userRole: z.string().optional(),
  tenantId: z.string().optional(),
  aadObjectId: z.string().optional(),
});

const faultShape = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
});

/**
 * A member's standing in the conversation's tenant. People of another served tenant have an identity of their own
 * there.
 */
function standingOf(member: RosterMember, tenant: string, served: readonly string[]): RosterAnswer {
  const { tenantId, aadObjectId, userRole } = member;
  if (tenantId !== undefined && tenantId.toLowerCase() !== tenant.toLowerCase()) {
    return {
      standing: 'guest',
      ...(aadObjectId !== undefined &&
        served.includes(tenantId.toLowerCase()) && { identity: `teams:${tenantId}:${aadObjectId}` }),
    };
  }
  return { standing: userRole === 'guest' || userRole === 'anonymous' ? 'guest' : 'member' };
}

/**
 * The answer of a failed request. Teams answers 404 for a person who is not there; a missing conversation says nothing
 * about people.
 */
function standingAfter(error: unknown): RosterAnswer {
  const { statusCode, code } = faultShape.safeParse(error).data ?? {};
  return { standing: statusCode === 404 && code !== 'ConversationNotFound' ? 'gone' : 'unknown' };
}

/**
 * The rosters of Teams' conversations, asked of Teams each time. Activities do not tell members from guests, who write
 * under the team's tenant.
 */
export function createTeamsRoster(adapter: CloudAdapter, served: Served, clock: Clock): Roster {
  async function ask(
    place: Conversation,
    tenant: string,
    user: string,
    signal: AbortSignal,
  ): Promise<RosterAnswer> {
    let answer: RosterAnswer = { standing: 'unknown' };
    const reference = referenceOf(place, served);
    if (typeof reference !== 'string')
      await adapter.continueConversationAsync(served.appId, reference, async (context) => {
        const requests = sendOnce(context);
        try {
          answer = standingOf(
            memberShape.parse(await requests.send(signal, () => TeamsInfo.getMember(context, user))),
            tenant,
            served.tenants,
          );
        } catch (error) {
          // Errors are caught here, or the adapter's own handler would send an answer.
          answer = standingAfter(error);
        }
      });
    return answer;
  }

  return {
    channel: 'teams',
    async standingOf(place, identity, address) {
      const [, tenant = '', objectId = ''] = identity.split(':');
      try {
        const answer = await within(clock, LIMITS.roster, (signal) =>
          ask(place, tenant, address ?? objectId, signal),
        );
        return answer === LATE ? { standing: 'unknown' } : answer;
      } catch {
        return { standing: 'unknown' };
      }
    },
  };
}
