import type { CaseVerb, InputName } from '../src/core/case/verbs/index.ts';

/** The parts of a verb that belong to no language. Its texts are in each language's `verbs.ts`. */
interface VerbPlan<Of extends CaseVerb> {
  /** The button's emphasis. `primary` applies only to the first such button of a card. */
  readonly weight?: 'primary' | 'danger';
  /** Inputs that the button holds: who clicks it has read its warning. */
  readonly sends?: Readonly<Record<string, string>>;
  /**
   * Every input of the verb, in the order of its form. `false`: no form asks for it; a typed line or another part of
   * the product provides it.
   */
  readonly asks: { readonly [Name in InputName<Of>]: boolean };
}

/**
 * Every verb, in the order of its button: the most often needed first. `case.contacted` stands neither first nor where a
 * button that acts at once has just been clicked: a second click would stop the promise's clock.
 */
const PLANS = {
  'handover.accept': { weight: 'primary', asks: {} },
  'followup.accept': { weight: 'primary', asks: {} },
  'case.settle': { weight: 'primary', asks: { organisation: true, joint: true, reason: true } },
  'handover.answer': { weight: 'primary', asks: { text: true } },
  'case.reopen': { asks: { reason: true } },
  'case.call-back': { asks: { day: true, time: true, reason: true } },
  'case.contacted': { asks: { how: true, note: false } },
  'case.answered-here': { asks: { note: true } },
  'handover.ask': { asks: { text: true } },
  'handover.return': { asks: { reasonCode: true, reason: true } },
  'handover.advise': { asks: { text: true } },
  'handover.forward': { asks: { organisation: true, reason: true } },
  'case.close': {
    asks: {
      services: true,
      hours: true,
      meeting: true,
      // What is asked for seldom can be typed, or registered on the service before.
      on: false,
      form: false,
      tools: false,
      programme: false,
      applicationHelp: false,
      noService: true,
      noServiceWhy: true,
      referredTo: true,
      selfHelp: true,
      selfHelpUsed: false,
      focus: false,
      segment: true,
      cvr: true,
      pNumber: true,
      actionPlan: true,
      actionPlanOn: false,
      noActionPlan: true,
      followUpBy: true,
      followUpOn: true,
      noFollowUp: true,
      enrolled: true,
      enrolledOn: false,
      note: true,
    },
  },
  'case.service': {
    asks: {
      services: true,
      on: true,
      hours: true,
      meeting: true,
      form: false,
      tools: true,
      // A programme is chosen as a service of its own.
      programme: false,
      applicationHelp: true,
    },
  },
  'case.refer': { asks: { to: true, name: true, why: true, on: false, uptake: true } },
  // Asks first: what it takes back may bring a button that acts at once to its place.
  'case.undo': { asks: {} },
  'case.self-help': { asks: { tools: true, on: false, focus: true } },
  'followup.done': { asks: { result: true, note: true } },
  // Further up, it would stand where `followup.accept` was.
  'task.start': { weight: 'primary', asks: {} },
  'task.dismiss': { asks: { reason: true } },
  'case.continue': { asks: {} },
  'case.attempt': { asks: { note: true } },
  'case.assign': { asks: { person: true } },
  'followup.decline': { asks: { reason: true } },
  'case.basis': { asks: { kind: true, scope: true } },
  // The last two are asked for only where the municipality has agreed on Væksthjulet.
  'handover.offer': {
    asks: { organisation: true, reason: true, consent: false, selfHelp: true, noTool: true },
  },
  'handover.withdraw': { asks: {} },
  'case.wait': { asks: { note: true } },
  'case.add-contact': { asks: { text: true, newNeed: true, areas: false, person: false, tools: false } },
  'case.correct': {
    asks: {
      companyName: true,
      cvr: true,
      pNumber: true,
      municipality: true,
      contactName: true,
      contactPhone: true,
      contactEmail: true,
      stage: true,
      maturity: true,
      founded: true,
      segment: true,
      needs: true,
      addNeeds: false,
      removeNeeds: false,
    },
  },
  // Further up, it would stand where `handover.withdraw` was.
  'case.call-off': { asks: {} },
  'case.invite': { asks: { organisation: true, reason: false, selfHelp: true, noTool: true } },
  'case.leave': { asks: {} },
  'case.merge': { sends: { confirm: 'true' }, asks: { other: true, confirm: false } },
  'case.withdraw': { weight: 'danger', asks: { reason: true } },
  'case.withdraw-basis': { weight: 'danger', asks: {} },
  'case.mark-error': { weight: 'danger', asks: { reason: true } },
  // Further up, it would stand where `case.call-off` was.
  'case.ask-feedback': { asks: {} },
} as const satisfies { readonly [Verb in CaseVerb]: VerbPlan<Verb> };

export const VERB_PLANS: { readonly [Verb in CaseVerb]: VerbPlan<Verb> } = PLANS;

type Asks<Of extends CaseVerb> = (typeof PLANS)[Of]['asks'];

/** The inputs that a verb's form asks for. */
export type AskedInput<Of extends CaseVerb> = {
  [Name in keyof Asks<Of>]: Asks<Of>[Name] extends true ? Name : never;
}[keyof Asks<Of>];
