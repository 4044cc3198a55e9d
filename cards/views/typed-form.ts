import { caseWord } from '../../dialogs/case-commands.ts';
import { sayIn } from '../../dialogs/say.ts';
import type { CaseVerb } from '../../src/core/command.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/** A verb on a case as it is typed: `returner K3F9-QTX2 ‹årsag›: ‹begrundelse›`. */
export function typedForm(verb: CaseVerb, caseId: string, language: Language): string {
  return `${caseWord(verb, language)} ${caseId}${typedRest(verb, language)}`;
}

/** What follows the id in the typed form. */
function typedRest(verb: CaseVerb, language: Language): string {
  const say = sayIn(language);
  switch (verb) {
    case 'handover.return':
      return say(' ‹årsag›: ‹begrundelse›', ' ‹reason›: ‹explanation›');
    case 'handover.ask':
    case 'handover.answer':
    case 'handover.advise':
    case 'case.add-contact':
      return say(' ‹tekst›', ' ‹text›');
    case 'handover.forward':
    case 'handover.offer':
      return say(' ‹organisation› ‹grund›', ' ‹organisation› ‹reason›');
    case 'case.invite':
      return ' ‹organisation›';
    case 'case.assign':
      return say(' ‹navn›', ' ‹name›');
    case 'case.reopen':
    case 'case.withdraw':
    case 'case.mark-error':
    case 'followup.decline':
      return say(' ‹begrundelse›', ' ‹reason›');
    case 'case.settle':
      return say(' ‹organisation› [fælles] ‹begrundelse›', ' ‹organisation› [joint] ‹reason›');
    case 'case.basis':
      return say(' ‹samtykke, offentlig opgave eller nej›', ' ‹consent, public task or no›');
    case 'case.close':
      return say(
        ' ydelser: ‹…›; henvist: ‹…›; selvhjælp: ‹ja/nej›; segment: ‹…›; note: ‹…›',
        ' services: ‹…›; referred: ‹…›; self-help: ‹yes/no›; segment: ‹…›; note: ‹…›',
      );
    case 'handover.accept':
    case 'handover.withdraw':
    case 'case.contacted':
    case 'case.wait':
    case 'case.continue':
    case 'case.leave':
    case 'case.withdraw-basis':
    case 'followup.accept':
      return '';
    default: {
      const never: never = verb;
      return never;
    }
  }
}
