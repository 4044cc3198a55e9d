import type { CallerMessage } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CardKind } from '../core/case/effects.ts';
import { redactedCase, redactedNotice } from '../core/case/redacted-case.ts';
import type { Notice } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Actor, Person } from '../core/person.ts';
import type { Language, Role } from '../core/vocabulary.ts';
import { caseAnswerFor, toolLinksFor, viewerOf } from './case-card.ts';
import { caseContext } from './case-context.ts';
import { withChats } from './chats.ts';
import type { Dependencies } from './dependencies.ts';
import type { Channel } from './ports/channel.ts';
import type { Outgoing } from './ports/messenger.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { COMMON_LANGUAGE, languageOf } from './reader-language.ts';

/** The reader of a message sent outside a turn: everybody in an organisation's channel, or one person. */
export type CardReader =
  | {
      readonly kind: 'channel';
      readonly organisation: OrganisationId;
      readonly channel: Channel;
      readonly language?: Language | undefined;
    }
  | { readonly kind: 'person'; readonly person: Person; readonly organisation: OrganisationId };

/** Roles of a channel: the common view offers the buttons that some member of it may use. */
const CHANNEL_ROLES: readonly Role[] = ['consultant', 'coordinator'];

/** Teams takes at most this many users in a card's `refresh`. */
const MAX_VIEWERS = 60;

type CardDeps = Pick<Dependencies, 'calendar' | 'settingsOf'>;

/** The language of a message to this reader. */
export function languageFor(stores: ReadStores, reader: CardReader): Promise<Language> {
  return reader.kind === 'channel'
    ? Promise.resolve(reader.language ?? COMMON_LANGUAGE)
    : languageOf(stores, reader.person);
}

/** The actor as whom a card is drawn for its reader: what they may do decides which buttons it has. */
export function actorOfReader(reader: CardReader): Actor {
  const { organisation } = reader;
  if (reader.kind === 'channel') return { person: '', name: '', organisation, roles: CHANNEL_ROLES };
  const { id, name, memberships } = reader.person;
  const { roles } = memberships.find((one) => one.organisation === organisation) ?? { roles: [] };
  return { person: id, name, organisation, roles };
}

/** A case's card for a reader outside a turn, at `now` (ISO). `card` null: the one that asks something of the reader. */
export async function cardFor(
  deps: CardDeps,
  stores: ReadStores,
  kase: Case,
  reader: CardReader,
  now: string,
  parts: {
    readonly card?: CardKind | null;
    readonly notice?: Notice | null;
    readonly caller?: CallerMessage;
  } = {},
): Promise<Outgoing> {
  const shared = reader.kind === 'channel';
  const answer = caseAnswerFor(kase, { actor: actorOfReader(reader), shared }, caseContext(deps, now), {
    ...parts,
    toolLinks: await toolLinksFor(kase, stores, now),
  });
  const language = await languageFor(stores, reader);
  if (reader.kind === 'person')
    return { answer: await withChats(answer, onOneChannel(reader.person), stores), language };
  // Members see their own view of a shared card, where the channel lets a card ask for it.
  const { organisation, channel } = reader;
  return { answer, language, viewers: await stores.people.addressesOf(organisation, channel, MAX_VIEWERS) };
}

/** Somebody of both Teams and Slack reads the card on one of them: a chat on the other would not open. */
function onOneChannel({ id, identities }: Person): Pick<Person, 'id' | 'identities'> {
  const channels = new Set(identities.map((one) => one.slice(0, one.indexOf(':'))));
  return { id, identities: channels.size === 1 ? identities : [] };
}

/** What happened to a case, in one sentence, for a reader outside a turn who has its card already. */
export async function lineFor(
  deps: CardDeps,
  stores: ReadStores,
  kase: Case,
  reader: CardReader,
  now: string,
  { notice, inThread }: { readonly notice: Notice; readonly inThread: boolean },
): Promise<Outgoing> {
  const shared = reader.kind === 'channel';
  const viewer = viewerOf(kase, { actor: actorOfReader(reader), shared }, caseContext(deps, now));
  const language = await languageFor(stores, reader);
  return {
    answer: {
      kind: 'case-line',
      case: redactedCase(kase, viewer.sees),
      viewer,
      now,
      notice: redactedNotice(notice, viewer.sees),
      inThread,
    },
    language,
  };
}
