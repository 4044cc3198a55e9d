import { momentWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { typedForm } from '../../dialogs/verb-words.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { Correction } from '../../src/core/case/correction.ts';
import { isActive, mayShare, openHandover } from '../../src/core/case/derived.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { AGREED_RULES } from '../../src/core/triage/rules/rule-set.ts';
import { AREAS, type Language, MATURITIES, SEGMENTS, STAGES } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { textInput } from './inputs.ts';
import { button } from './parts.ts';
import { typedValue } from './present-value.ts';
import { plainForm } from './verb-form.ts';

/** An old value in words. */
function oldWords({ field, before }: Correction, language: Language): string {
  const { corrections, labels } = sentencesIn(language);
  if (before === null) return corrections.nothing;
  if (before === '') return corrections.erased;
  const one = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) => {
    const code = codes.find((known) => known === before);
    return code === undefined ? before : words[code];
  };
  switch (field) {
    case 'stage':
      return one(STAGES, labels.stageShort);
    case 'maturity':
      return one(MATURITIES, labels.maturity);
    case 'segment':
      return one(SEGMENTS, labels.segment);
    case 'areas':
      return before
        .split(',')
        .map((code) => AREAS.find((area) => area === code))
        .map((area) => (area ? labels.area[area] : ''))
        .join(', ');
    default:
      return typedValue(field, before);
  }
}

/** The latest corrected values, newest first. */
export function correctionBlocks(kase: Case, now: string, language: Language): Block[] {
  const { corrections: words, verbs } = sentencesIn(language);
  const labels = { ...verbs['case.correct'].asks, areas: verbs['case.correct'].asks.needs };
  const items = (kase.corrections ?? [])
    .slice(-8)
    .reverse()
    .map((one) =>
      words.line(momentWords(one.at, now, language), one.by.name, labels[one.field], oldWords(one, language)),
    );
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

/** Where a corrected case belongs now and why, with the button that sends it there. The case moves only when sent. */
export function doorBlocks(kase: Case, viewer: Viewer, language: Language): Block[] {
  const { correctedDoor: door } = kase;
  const isSent = openHandover(kase)?.to === door?.organisation;
  if (!door || !isActive(kase) || isSent || viewer.organisation !== kase.owner) return [];
  const { corrections } = sentencesIn(language);
  const name = door.organisation === 'digital' ? 'Virksomhedsguiden' : organisationName(door.organisation);
  const why = AGREED_RULES.owners.find(({ id }) => id === door.rule)?.reason[language] ?? '';
  const text = `${corrections.door(name, why)} ${corrections.stays}`.replace(/ {2,}/g, ' ');
  const callout: Block = { kind: 'callout', tone: 'warning', text };
  const { organisation } = door;
  const verb = openHandover(kase) ? 'handover.forward' : 'handover.offer';
  if (organisation === 'digital' || !viewer.verbs.includes(verb) || viewer.spent?.includes(organisation)) {
    return [callout];
  }
  const basis = plainForm('case.basis', language)
    .filter(({ id }) => id === 'kind')
    .map((input) => ({ ...input, id: 'consent' }));
  const send = button(
    corrections.sendTo(name),
    { name: 'case-action', verb, caseId: kase.id, revision: kase.revision, input: { organisation } },
    typedForm(verb, kase.id, language),
    {
      form: [
        textInput('reason', corrections.reason, { required: true, value: why }),
        ...(verb === 'handover.offer' && !mayShare(kase) ? basis : []),
      ],
    },
  );
  return [callout, { kind: 'actions', actions: [send] }];
}
