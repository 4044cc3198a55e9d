import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { type OutreachContact, outreachStanding } from '../../src/core/outreach/outreach.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { companyOf, lookButton, outreachButton } from './outreach-parts.ts';

type ListAnswer = Extract<Answer, { kind: 'outreach-list' }>;

function lineOf(contact: OutreachContact, now: string, language: Language): Block {
  const { outreach } = sentencesIn(language);
  const { id, by, person, company, made, plannedOn } = contact;
  const standing = outreachStanding(contact, now);
  const name = companyOf(contact, language);
  const when = made?.on ?? plannedOn;
  const text = [
    outreach.short[standing],
    made && `${outreach.forms[made.form]}: ${outreach.outcomes[made.outcome]}`,
    when && dateWords(when, language),
    findMunicipality(company.municipality)?.name,
    `${organisationName(by)}, ${person.name}`,
    id,
  ];
  return {
    kind: 'entry',
    title: name,
    text: text.filter((part) => part).join(' · '),
    tone: standing === 'objected' ? 'warning' : 'default',
    action: outreachButton(outreach.show(name), 'outreach.show', id, outreach.typed.show(id)),
  };
}

/** Outreach contacts, one's own and those that one was told of, each in a line. */
export function outreachListView(
  { lines, organisation, mayPlan, now }: ListAnswer,
  language: Language,
): View {
  const { outreach } = sentencesIn(language);
  const groups = [
    [outreach.ours, lines.filter(({ by }) => by === organisation)],
    [outreach.others, lines.filter(({ by }) => by !== organisation)],
  ] as const;
  return {
    language,
    title: outreach.list,
    subtitle: organisationName(organisation),
    tone: 'default',
    blocks:
      lines.length === 0
        ? [{ kind: 'text', text: outreach.none }]
        : groups.flatMap(([title, some]): Block[] =>
            some.length === 0
              ? []
              : [
                  { kind: 'text', strong: true, text: title },
                  ...some.map((one) => lineOf(one, now, language)),
                ],
          ),
    actions: mayPlan ? [lookButton(language)] : [],
    refresh: null,
  };
}
