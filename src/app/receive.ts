import { type Answer, notice, refused } from '../core/answer.ts';
import type { Command } from '../core/command.ts';
import type { Language } from '../core/vocabulary.ts';
import { takeAbsence } from './absences.ts';
import { takeAdvisers } from './advisers/take-advisers.ts';
import { isCarriedOut } from './carried-out.ts';
import { answerCase, showCase } from './case-answers.ts';
import { showCases } from './case-lists.ts';
import { correctIntake } from './correct-draft.ts';
import { type Budget, LIMITS, rostersWithin, startBudget } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { showDigest } from './digest.ts';
import { showFigures } from './figures.ts';
import { findCases, showCaseOrCompany } from './find-cases.ts';
import { goOnAfter, goOnWith, mayNotAct, type Taken, takeHeldLine } from './held-line.ts';
import { askAll, type Confirmations, identifyActor, RosterNeeded, rememberActor } from './identify-actor.ts';
import type { Inbound, Reply } from './inbound.ts';
import { cancelIntake, goBack, startGuided, startIntake, takeIntakeVerb } from './intake-verbs.ts';
import { logLine, takeText } from './log-line.ts';
import { lookUpTurn } from './look-up-turn.ts';
import { actAs, chooseLanguage, connectChannel, disconnectChannel, letIn } from './manage-channel.ts';
import { cprRemoved, maskAside, maskCommand } from './mask.ts';
import { showOffers } from './offers/show-offers.ts';
import { showOutreach, takeOutreach } from './outreach/take-outreach.ts';
import { showOverview } from './overview.ts';
import { rateDecision } from './rate-decision.ts';
import { asideWords, withFieldsRead } from './read-words.ts';
import { COMMON_LANGUAGE, languageOfTurn } from './reader-language.ts';
import { StaleRevision } from './save-case.ts';
import { settingAsField } from './settings/setting-as-field.ts';
import { showSetting, showSettings, takeSetting } from './settings/take-settings.ts';
import { settleByClick } from './settle-uncertain.ts';
import { showDraft, showEnded } from './show-draft.ts';
import type { Turn } from './turn.ts';

/** The product as a channel sees it. */
export interface Indgang {
  receive(inbound: Inbound): Promise<Reply>;
}

/** Attempts of a turn that meets a changed case or draft. */
const ATTEMPTS = 5;

/**
 * The one entry for every channel. CPR numbers are masked first. A repeated delivery changes nothing, and is answered
 * with the present state. All changes of a turn and its effects are one transaction.
 */
export function createIndgang(deps: Dependencies): Indgang {
  return {
    async receive(inbound) {
      const read = withFieldsRead(inbound);
      const masked = maskCommand(read.command, deps.maskCpr);
      const beside = read.aside && maskAside(read.aside, deps.maskCpr);
      const safe: Inbound = {
        ...read,
        command: masked.command,
        ...(beside && { aside: beside.aside }),
        // The identity is the platform's; the display name is the person's own text.
        person: { ...read.person, name: deps.maskCpr(read.person.name).text },
      };
      const take = (next: Inbound) => untilCurrent(() => takeTurn(next, deps));
      const { goOn, ...first } = await take(safe);
      const reply = goOn ? await goOnWith(goOn, first, safe, take) : first;
      const removed = masked.removed + (beside?.removed ?? 0);
      // A repeated delivery, or an edit that changes nothing, has no answers and gets no notice.
      if (reply.answers.length === 0 && safe.edit) return reply;
      const said = [...(removed === 0 ? [] : [cprRemoved(removed, inbound)]), ...asideWords(safe)];
      return said.length === 0 ? reply : { ...reply, answers: [...said, ...reply.answers] };
    },
  };
}

/** Runs a turn again where the case or draft it had read changed meanwhile. */
async function untilCurrent(run: () => Promise<Taken>): Promise<Taken> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function takeTurn(inbound: Inbound, deps: Dependencies): Promise<Taken> {
  const budget = inbound.budget ?? startBudget(deps.clock, LIMITS.message);
  try {
    return await turnWith(null, inbound, deps, budget);
  } catch (error) {
    if (!(error instanceof RosterNeeded)) throw error;
    const rosters = rostersWithin(deps.rosters, budget, deps.clock);
    return turnWith(await askAll(error.questions, { rosters }), inbound, deps, budget);
  }
}

async function turnWith(
  confirmations: Confirmations | null,
  inbound: Inbound,
  deps: Dependencies,
  budget: Budget,
): Promise<Taken> {
  const now = deps.clock.now();
  const lookups = await lookUpTurn(inbound, confirmations, deps, budget, now);
  return deps.unitOfWork.run(async (stores) => {
    const fresh = await stores.inbox.record(inbound.deliveryId, now);
    const isRead = await isCarriedOut(inbound, fresh, stores, now);
    // A repeated edit has been answered.
    if (inbound.edit && !fresh) return { answers: [], language: COMMON_LANGUAGE };
    const { command } = inbound;
    await deps.settings.refresh(stores, now);
    const identified = await identifyActor(inbound, stores, confirmations, now);
    await rememberActor(identified, inbound, stores, now);
    const { who } = identified;
    if (!who.ok)
      return await mayNotAct(who.refusal, identified.after, inbound, stores, {
        fresh,
        now,
        maskCpr: deps.maskCpr,
      });
    const { person, actor } = who.value;
    if (inbound.heldAt !== undefined && !(await takeHeldLine(stores, person.id, inbound.heldAt)))
      return { answers: [], language: await languageOfTurn(stores, person, inbound) };
    if (command.name === 'case-action' || command.name === 'case')
      await settleByClick(stores, command.caseId, inbound, now);
    if (command.name === 'outreach' && command.id !== null)
      await settleByClick(stores, command.id, inbound, now);
    const joined = { removed: 0 };
    const turn: Turn = { deps, stores, inbound, now, person, actor, lookups, joined };
    const answered = !isRead
      ? [refused('edit-does-nothing')]
      : fresh
        ? await answer(turn, command)
        : await answerAgain(turn, command);
    // The company's cases elsewhere are unknown then, and a second case could be opened.
    const unknown = lookups.crmSilent && answered.some(({ kind }) => kind === 'decision');
    const answers = [
      ...(joined.removed > 0 ? [cprRemoved(joined.removed, inbound)] : []),
      ...(unknown ? [notice('crm-silent')] : []),
      ...answered,
    ];
    const language: Language =
      inbound.command.name === 'language' && fresh
        ? inbound.command.language
        : await languageOfTurn(stores, person, inbound);
    const goOn = await goOnAfter(stores, person, answered, { fresh, now });
    // The repeated delivery of a choice says again what was chosen.
    if (goOn && !fresh) return { answers: [notice('acting-as', actor)], language, goOn };
    return { answers, language, goOn };
  });
}

async function answer(turn: Turn, command: Command): Promise<readonly Answer[]> {
  switch (command.name) {
    case 'new':
      return [await startIntake(turn)];
    case 'guided':
      return [await startGuided(turn)];
    case 'log':
      return logLine(turn, command.text);
    case 'say':
      return takeText(turn, command.text);
    case 'cases':
      return [await showCases(turn, command)];
    case 'case':
      return [await showCaseOrCompany(turn, command.caseId)];
    case 'find':
      return [await findCases(turn, { words: command.words, number: command.number })];
    case 'overview':
      return [await showOverview(turn, command.daily)];
    case 'digest':
      return [await showDigest(turn, command)];
    case 'figures':
      return [showFigures(turn, command)];
    case 'help':
      return [{ kind: 'help' }, ...(await stillAsked(turn))];
    case 'offers':
      return [await showOffers(turn, command)];
    case 'advisers':
      return takeAdvisers(turn, command);
    case 'settings':
      return [await showSettings(turn)];
    case 'setting':
      return (await settingAsField(turn, command)) ?? [await takeSetting(turn, command)];
    case 'greet':
      return turn.inbound.aside?.leftOut.length || turn.inbound.hasFiles ? [] : [{ kind: 'welcome' }];
    case 'cancel':
      return [await cancelIntake(turn)];
    case 'back':
      return [await goBack(turn)];
    case 'correct':
      return correctIntake(turn, command.field, command.value);
    case 'absence':
      return [await takeAbsence(turn, command)];
    case 'connect':
      return [await connectChannel(turn, command.organisation)];
    case 'disconnect':
      return [await disconnectChannel(turn)];
    case 'admit':
      return [await letIn(turn, command.person)];
    case 'language':
      return [await chooseLanguage(turn, command.language)];
    case 'act-as':
      return [await actAs(turn, command.organisation)];
    case 'intake':
      return takeIntakeVerb(turn, command);
    case 'case-action':
      return answerCase(turn, command);
    case 'outreach':
      return takeOutreach(turn, command);
    case 'rate':
      return rateDecision(turn, command);
    case 'unreadable':
      return [refused('unreadable', { problem: command.problem })];
    default: {
      const never: never = command;
      return never;
    }
  }
}

/** Help during a guided question adds help with that question, and repeats it. */
async function stillAsked(turn: Turn): Promise<readonly Answer[]> {
  const active = await turn.stores.drafts.active(turn.person.id);
  return active?.step === 'guided' ? [await showDraft(turn, active, { help: true })] : [];
}

/** The answer to a repeated delivery: the present state. Changes nothing. */
async function answerAgain(turn: Turn, command: Command): Promise<readonly Answer[]> {
  switch (command.name) {
    case 'case-action':
      return [await showCase(turn, command.caseId)];
    case 'outreach':
      return [await showOutreach(turn, command)];
    case 'intake': {
      const draft =
        command.draftId === null
          ? await turn.stores.drafts.active(turn.person.id)
          : await turn.stores.drafts.get(command.draftId);
      if (!draft || draft.person !== turn.person.id) return [refused('no-draft')];
      return [draft.state === 'active' ? await showDraft(turn, draft) : await showEnded(turn, draft)];
    }
    case 'new':
    case 'guided':
    case 'log':
    case 'say':
    case 'back':
    case 'correct': {
      const draft = await turn.stores.drafts.active(turn.person.id);
      return draft ? [await showDraft(turn, draft)] : [{ kind: 'welcome' }];
    }
    case 'setting': {
      const draft = command.asField && (await turn.stores.drafts.active(turn.person.id));
      return [draft ? await showDraft(turn, draft) : await showSetting(turn, command)];
    }
    case 'absence':
      return [await takeAbsence(turn, { ...command, verb: 'absence.show' })];
    case 'cancel':
    case 'connect':
    case 'disconnect':
    case 'admit':
    case 'act-as':
    case 'rate':
      return [notice('already-done')];
    case 'cases':
    case 'case':
    case 'find':
    case 'overview':
    case 'digest':
    case 'figures':
    case 'help':
    case 'greet':
    case 'settings':
    case 'offers':
    case 'advisers':
    case 'language':
    case 'unreadable':
      return answer(turn, command);
    default: {
      const never: never = command;
      return never;
    }
  }
}
