import type { z } from 'zod';
import { accept } from './accept.ts';
import { acceptFollowUp } from './accept-follow-up.ts';
import { addContact } from './add-contact.ts';
import { advise } from './advise.ts';
import { answer } from './answer.ts';
import { answeredHere } from './answered-here.ts';
import { ask } from './ask.ts';
import { askFeedback } from './ask-feedback.ts';
import { assign } from './assign.ts';
import { attempt } from './attempt.ts';
import { recordBasis } from './basis.ts';
import { callBack } from './call-back.ts';
import { callOff } from './call-off.ts';
import { close } from './close.ts';
import { contacted } from './contacted.ts';
import { continueIt } from './continue.ts';
import { correct } from './correct.ts';
import { declineFollowUp } from './decline-follow-up.ts';
import { followUpDone } from './follow-up-done.ts';
import { forward } from './forward.ts';
import { invite } from './invite.ts';
import { leave } from './leave.ts';
import { markError } from './mark-error.ts';
import { merge } from './merge.ts';
import { offer } from './offer.ts';
import { refer } from './refer.ts';
import { reopen } from './reopen.ts';
import { returnIt } from './return.ts';
import { selfHelp } from './self-help.ts';
import { service } from './service.ts';
import { settle } from './settle.ts';
import { takeBack } from './take-back.ts';
import { dismissTask, startTask } from './task.ts';
import { undo } from './undo.ts';
import { wait } from './wait.ts';
import { withdraw } from './withdraw.ts';
import { withdrawBasis } from './withdraw-basis.ts';

/** Every verb on a case (contracts, "Chat"; the others follow handover.md): the state machine of a case as a table. */
export const VERBS = {
  'handover.accept': accept,
  'handover.return': returnIt,
  'handover.ask': ask,
  'handover.answer': answer,
  'handover.forward': forward,
  'handover.advise': advise,
  'handover.withdraw': takeBack,
  'handover.offer': offer,
  'case.contacted': contacted,
  'case.answered-here': answeredHere,
  'case.undo': undo,
  'case.assign': assign,
  'case.call-back': callBack,
  'case.call-off': callOff,
  'case.close': close,
  'case.wait': wait,
  'case.continue': continueIt,
  'case.reopen': reopen,
  'case.withdraw': withdraw,
  'case.mark-error': markError,
  'case.invite': invite,
  'case.leave': leave,
  'case.settle': settle,
  'case.basis': recordBasis,
  'case.withdraw-basis': withdrawBasis,
  'case.add-contact': addContact,
  'case.service': service,
  'case.refer': refer,
  'case.self-help': selfHelp,
  'case.merge': merge,
  'case.attempt': attempt,
  'case.correct': correct,
  'case.ask-feedback': askFeedback,
  'task.start': startTask,
  'task.dismiss': dismissTask,
  'followup.accept': acceptFollowUp,
  'followup.decline': declineFollowUp,
  'followup.done': followUpDone,
} as const;

export type CaseVerb = keyof typeof VERBS;

export const CASE_VERBS = Object.keys(VERBS) as readonly CaseVerb[];

/** The names of a verb's inputs. */
export type InputName<Of extends CaseVerb> = keyof z.output<(typeof VERBS)[Of]['inputs']> & string;

/** The names of a verb's inputs, in the order of its form. */
export function inputsOf(of: CaseVerb): readonly string[] {
  return Object.keys(VERBS[of].inputs.shape);
}
