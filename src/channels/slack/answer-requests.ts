import type { z } from 'zod';
import { inEveryLanguage } from '../../../dialogs/sentences.ts';
import { LATE, within } from '../../app/deadline.ts';
import type { Log } from '../log.ts';
import { readJson } from '../read-json.ts';
import { type EventDeps, handleEvent } from './events.ts';
import { type Installs, isServed, joinOrganisation } from './installs.ts';
import { handleInteraction, type InteractionDeps } from './interactions.ts';
import { commandBody, eventsBody, formFields, interactionBody, knownEvent } from './payloads.ts';
import type { Replays } from './replays.ts';
import { empty, json, type SlackResponse } from './slack-http.ts';
import { handleSlashCommand } from './slash-command.ts';

export interface RequestDeps extends EventDeps, InteractionDeps {
  /** The installations of the workspaces that are served; `installs` holds all of them. */
  readonly served: Installs;
  /** Ids of the workspaces served, or of their Enterprise Grid organisations. */
  readonly workspaces: readonly string[];
  /** Ids of the events taken, each after its workspace. */
  readonly taken: Replays;
  readonly log: Log;
}

/** Answers a request of the Events API; 400 where its body has another shape. */
export async function answerEvents(deps: RequestDeps, requestBody: Buffer): Promise<SlackResponse> {
  const body = eventsBody.safeParse(readJson(requestBody));
  if (!body.success) return empty(400);
  if (body.data.type === 'url_verification') return json({ challenge: body.data.challenge });
  if (body.data.type === 'app_rate_limited') {
    deps.log('slack.rate-limited', {});
    return empty(200);
  }
  return takeEvent(deps, body.data);
}

/** Takes an event once, and acknowledges it when it is saved or time is up. */
async function takeEvent(
  deps: RequestDeps,
  delivery: Extract<z.infer<typeof eventsBody>, { readonly type: 'event_callback' }>,
): Promise<SlackResponse> {
  const { team_id: team, enterprise_id: enterprise, event_id: eventId } = delivery;
  const { taken, clock, later } = deps;
  const event = knownEvent(delivery.event);
  // A workspace may leave whether or not it is served.
  const leaving = event?.type === 'app_uninstalled' || event?.type === 'tokens_revoked';
  if (!event || !(leaving || (await isInstalled(deps, team, enterprise)))) return empty(200);
  // Slack repeats events that it got no answer to in time. After a restart the inbox recognises them.
  if (!taken.take(`${team}/${eventId}`, clock.now())) return empty(200);
  const saved = handleEvent(deps, team, eventId, event);
  saved.catch(() => taken.forget(`${team}/${eventId}`));
  const soon = await within(clock, deps.patience.acknowledgeMs, () => saved);
  if (soon === LATE) later(async () => (await saved)?.());
  else if (soon) later(soon);
  return empty(200);
}

/** Answers a shortcut, a click or a window that was sent; 400 where the body has another shape. */
export async function answerInteraction(deps: RequestDeps, requestBody: Buffer): Promise<SlackResponse> {
  const body = interactionBody.safeParse(readJson(Buffer.from(formFields(requestBody).payload ?? '')));
  if (!body.success) return empty(400);
  return (await isInstalled(deps, body.data.team.id, body.data.enterprise?.id))
    ? handleInteraction(deps, body.data)
    : empty(200);
}

/** Answers a slash command; 400 where the body has another shape. */
export async function answerCommand(deps: RequestDeps, requestBody: Buffer): Promise<SlackResponse> {
  const fields = formFields(requestBody);
  if (fields.ssl_check === '1') return empty(200);
  const body = commandBody.safeParse(fields);
  if (!body.success) return empty(400);
  const { team_id: team, enterprise_id: enterprise } = body.data;
  if (!(await isInstalled(deps, team, enterprise))) {
    if (isServed(deps.workspaces, team, enterprise)) return empty(200);
    const text = inEveryLanguage(({ slack }) => slack.notServed(team));
    return json({ response_type: 'ephemeral', text });
  }
  return handleSlashCommand(deps, body.data);
}

/** Whether the workspace has the app and is served. A workspace that removed the app may still send pending requests. */
async function isInstalled(
  { installs, served, log }: RequestDeps,
  team: string,
  enterprise?: string | null,
): Promise<boolean> {
  if (await served.get(team)) return true;
  if (enterprise && (await joinOrganisation(served, team, enterprise))) return true;
  log((await installs.get(team)) ? 'slack.not-served' : 'slack.not-installed', { team });
  return false;
}
