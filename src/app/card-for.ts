import type { Answer } from '../core/answer.ts';
import type { Case } from '../core/case/case.ts';
import type { CardKind } from '../core/case/effects.ts';
import { relationTo } from '../core/case/relation.ts';
import { verbsFor } from '../core/case/verbs/table.ts';
import type { Notice } from '../core/notice.ts';
import type { OrganisationId } from '../core/organisation.ts';
import type { Actor, Person } from '../core/person.ts';
import type { Role } from '../core/vocabulary.ts';
import type { Dependencies } from './dependencies.ts';
import type { Channel } from './ports/channel.ts';
import type { Outgoing } from './ports/messenger.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { cardOf, caseContext } from './turn.ts';

/** For whom a card is drawn outside a turn: everybody in an office's channel, or one person. */
export type CardReader =
  | { readonly kind: 'channel'; readonly organisation: OrganisationId; readonly channel: Channel }
  | { readonly kind: 'person'; readonly person: Person; readonly organisation: OrganisationId };

/** What a channel's members may do together: some of them coordinate. */
const CHANNEL_ROLES: readonly Role[] = ['consultant', 'coordinator'];

/** Teams takes at most this many (limits). */
const MAX_VIEWERS = 60;

type CardDeps = Pick<Dependencies, 'calendar' | 'settingsOf'>;

/** A case's card as its reader may see it now. `card` null: the one that asks something of the reader. */
export async function cardFor(
  deps: CardDeps,
  stores: ReadStores,
  kase: Case,
  reader: CardReader,
  now: string,
  more: { readonly card?: CardKind | null; readonly notice?: Notice | null } = {},
): Promise<Outgoing> {
  const { organisation } = reader;
  const actor: Actor =
    reader.kind === 'channel'
      ? { person: '', name: '', organisation, roles: CHANNEL_ROLES }
      : {
          person: reader.person.id,
          name: reader.person.name,
          organisation,
          roles: reader.person.memberships.find((one) => one.organisation === organisation)?.roles ?? [],
        };
  const relation = relationTo(kase, actor);
  const language =
    reader.kind === 'channel'
      ? 'da'
      : ((await stores.people.language(reader.person.id)) ?? reader.person.language ?? 'da');
  const answer: Answer = {
    kind: 'case',
    card: more.card ?? cardOf(kase, organisation),
    case: kase,
    history: [],
    viewer: {
      relation: reader.kind === 'channel' ? (relation === 'other' ? 'other' : 'channel') : relation,
      organisation,
      verbs: verbsFor(kase, actor, caseContext(deps, now)),
    },
    now,
    notice: more.notice ?? null,
    problems: [],
  };
  if (reader.kind === 'person') return { answer, language };
  // Members see their own view of a shared card, where the channel lets a card ask for it.
  return {
    answer,
    language,
    viewers: await stores.people.addressesOf(organisation, reader.channel, MAX_VIEWERS),
  };
}
