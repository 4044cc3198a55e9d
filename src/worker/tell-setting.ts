import { actorOfReader, type CardReader, languageFor } from '../app/card-for.ts';
import type { Outgoing } from '../app/ports/messenger.ts';
import type { OutboxRow } from '../app/ports/outbox-queue.ts';
import type { ReadStores } from '../app/ports/unit-of-work.ts';
import { mayActOn, sideOfChange } from '../app/settings/setting-change-answer.ts';
import { coordinates } from '../core/case/relation.ts';
import type { SettingTold } from '../core/settings/answers.ts';
import type { SettingChange } from '../core/settings/change.ts';
import type { SettingEffect } from '../core/settings/effects.ts';
import { withPersonalChats } from './personal-chats.ts';
import { DONE, type RowOutcome, type SendDeps, send, updateMessage, worstOf } from './send.ts';
import { organisationWays } from './targets.ts';

/** Whether what a message says of a change has been overtaken. */
function isStale(
  { state, consent, agreedBy }: SettingChange,
  { told, organisation }: Pick<SettingEffect, 'told' | 'organisation'>,
): boolean {
  switch (told) {
    case 'proposed':
    case 'reminder':
      return state !== 'proposed' || consent?.organisation !== organisation;
    case 'not-told':
    case 'unproven':
      return state !== 'proposed';
    case 'unanswerable':
      return state !== 'proposed' || !consent?.unanswerable;
    case 'agreed-next':
      return state !== 'proposed' || agreedBy === undefined;
    case 'agreed':
    case 'by-silence':
      return state !== 'agreed';
    case 'declined':
    case 'withdrawn':
    case 'replaced':
      return state !== told;
    case 'set':
    case 'set-later':
      return false;
    default: {
      const never: never = told;
      return never;
    }
  }
}

/** Sends a message about a change to the coordinators of one of its sides, as the change is then. */
export async function tellSetting(
  row: OutboxRow,
  effect: SettingEffect,
  deps: SendDeps,
): Promise<RowOutcome> {
  const { organisation, told } = effect;
  const found = await deps.unitOfWork.read(async (stores) => {
    const change = await stores.settings.get(row.about);
    const reach = withPersonalChats(stores, deps.messengers);
    return (
      change && {
        change,
        ways: await organisationWays(organisation, 'coordinators', reach, deps.clock.now()),
      }
    );
  });
  if (!found || isStale(found.change, effect)) return DONE;
  return send(row, deps, found.ways, {
    name: row.id,
    card: 'notice',
    revision: found.change.revision,
    draw: async (stores, reader) => {
      const fresh = await stores.settings.get(row.about);
      return fresh && !isStale(fresh, effect) ? outgoingFor(fresh, told, stores, reader, deps) : undefined;
    },
  });
}

/** Updates every message about a change that shows an older revision, where it stands. */
export async function refreshSetting(id: string, deps: SendDeps): Promise<RowOutcome> {
  const { change, posts } = await deps.unitOfWork.read(async (stores) => ({
    change: await stores.settings.get(id),
    posts: await stores.posts.of(id),
  }));
  if (!change) return DONE;
  const behind = posts.filter(
    ({ messageId, shownRevision }) => messageId !== null && shownRevision < change.revision,
  );
  const outcomes = behind.map((post) =>
    updateMessage(post, deps, {
      name: post.id,
      card: 'notice',
      revision: change.revision,
      draw: async (stores, reader) =>
        outgoingFor((await stores.settings.get(id)) ?? change, null, stores, reader, deps),
    }),
  );
  return worstOf(await Promise.all(outcomes));
}

async function outgoingFor(
  change: SettingChange,
  told: SettingTold | null,
  stores: ReadStores,
  reader: CardReader,
  { clock }: Pick<SendDeps, 'clock'>,
): Promise<Outgoing> {
  // A channel's members include its coordinators; who may act is settled at the click.
  const mayAct =
    reader.kind === 'channel'
      ? mayActOn(change, { person: '', organisation: reader.organisation })
      : coordinates(actorOfReader(reader)) && mayActOn(change, actorOfReader(reader));
  return {
    answer: {
      kind: 'setting-change',
      change,
      side: sideOfChange(change, reader.organisation),
      mayAct,
      told,
      problem: null,
      now: clock.now(),
    },
    language: await languageFor(stores, reader),
  };
}
