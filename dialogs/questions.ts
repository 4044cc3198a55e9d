import { isCvrNumber, normaliseCvr } from '../src/core/cvr-number.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { AREAS, type Area, type Language, type Localized } from '../src/core/vocabulary.ts';
import { readContact } from './contact-words.ts';
import { readAreas, readFieldValue, readYesNo } from './field-words.ts';
import { fold } from './fold.ts';
import { AREA_LABELS } from './labels.ts';
import { both } from './say.ts';

/** A ready answer: the button's words and what it sends. */
export interface QuickReply {
  readonly title: Localized;
  readonly input: RawInput;
}

/** One guided question: how it is asked, what helps, and the ready answers. */
export interface Question {
  readonly title: Localized;
  readonly help: Localized;
  readonly replies: readonly QuickReply[];
}

/** The answers to the control questions of a grey-zone area (KL10): one yes makes the need specialised. */
export const CONTROL_ANSWERS = ['missing-locally', 'longer-course', 'programme', 'none'] as const;
export type ControlAnswer = (typeof CONTROL_ANSWERS)[number];

const CONTROL_LABELS: Readonly<Record<ControlAnswer, Localized>> = {
  'missing-locally': both('Kompetencen mangler lokalt', 'The competence is missing locally'),
  'longer-course': both('Et længere forløb', 'A longer course'),
  programme: both('Et program', 'A programme'),
  none: both('Nej, ingen af dem', 'No, none of them'),
};

const SKIP = both('Spring over', 'Skip');

const QUESTIONS: Readonly<Record<string, Question>> = {
  company: {
    title: both('Hvilken virksomhed drejer det sig om?', 'Which company is it about?'),
    help: both(
      'Skriv CVR-nummeret (otte cifre) eller navnet, så slår jeg virksomheden op. Har den intet CVR-nummer, så skriv "har ikke".',
      'Type the CVR number (eight digits) or the name and I look the company up. If it has no CVR number, type "none".',
    ),
    replies: [{ title: both('Har ikke CVR', 'No CVR number'), input: { cvr: '' } }],
  },
  municipality: {
    title: both('Hvilken kommune ligger virksomheden i?', 'Which municipality is the company in?'),
    help: both(
      'Skriv kommunens navn, fx Viborg. For en, der ikke er startet endnu, er det dér, virksomheden skal ligge.',
      'Type the name of the municipality, e.g. Viborg. Before the start, it is where the company will be.',
    ),
    replies: [],
  },
  areas: {
    title: both('Hvad har de brug for?', 'What do they need?'),
    help: both(
      'Vælg et eller flere behov, eller skriv det med dine egne ord.',
      'Choose one or more needs, or write it in your own words.',
    ),
    replies: [{ title: both('Ved det ikke endnu', 'They cannot say yet'), input: { areas: 'unclear' } }],
  },
  stage: {
    title: both('Hvor langt er virksomheden?', 'How far is the company?'),
    help: both(
      'Før-starter: overvejer at starte. Iværksætter: op til 3 år gammel. Etableret: over 3 år.',
      'Pre-starter: considers starting. Entrepreneur: up to 3 years old. Established: over 3 years.',
    ),
    replies: [
      { title: both('Før-starter', 'Pre-starter'), input: { stage: 'pre-starter' } },
      { title: both('Iværksætter', 'Entrepreneur'), input: { stage: 'entrepreneur' } },
      { title: both('Etableret', 'Established'), input: { stage: 'established' } },
      { title: both('Ved ikke', 'Not known'), input: { stage: 'unknown' } },
    ],
  },
  maturity: {
    title: both('Er den tidlig eller moden?', 'Is it early or mature?'),
    help: both(
      'Moden er fx en med lang erfaring i faget eller med kunder og omsætning i gang. Er du i tvivl, så vælg tidlig.',
      'Mature is, for example, someone with long experience in the trade, or with customers and turnover. If in doubt, choose early.',
    ),
    replies: [
      { title: both('Tidlig', 'Early'), input: { maturity: 'early' } },
      { title: both('Moden', 'Mature'), input: { maturity: 'mature' } },
      { title: SKIP, input: { maturity: '' } },
    ],
  },
  clarified: {
    title: both('Er behovet allerede afklaret?', 'Has the need been clarified already?'),
    help: both(
      'Ja, hvis nogen har talt det igennem med virksomheden, og det er klart, hvad den skal have hjælp til.',
      'Yes, if somebody has talked it through with the company and it is clear what it needs help with.',
    ),
    replies: [
      { title: both('Ja', 'Yes'), input: { clarified: 'true' } },
      { title: both('Nej', 'No'), input: { clarified: 'false' } },
      { title: SKIP, input: { clarified: '' } },
    ],
  },
  contact: {
    title: both('Hvem skal vi kontakte?', 'Whom should we contact?'),
    help: both(
      'Skriv navn, telefon og e-mail på én linje, fx: Mette Hansen 40411234 mette@hansenvvs.dk',
      'Type name, phone and e-mail on one line, e.g.: Mette Hansen 40411234 mette@hansenvvs.dk',
    ),
    replies: [{ title: SKIP, input: { contactName: '', contactPhone: '', contactEmail: '' } }],
  },
  consent: {
    title: both(
      'Må vi dele oplysningerne med dem, der skal hjælpe?',
      'May we share this with those who will help?',
    ),
    help: both(
      'Spørg virksomheden. Uden samtykke kan deling ske som led i den offentlige opgave (lov om erhvervsfremme).',
      'Ask the company. Without consent, sharing can be part of the public task (Danish Business Promotion Act).',
    ),
    replies: [
      { title: both('Ja, har sagt ja', 'Yes, they agreed'), input: { consent: 'consent' } },
      { title: both('Offentlig opgave', 'Public task'), input: { consent: 'public-task' } },
      { title: both('Nej', 'No'), input: { consent: 'declined' } },
    ],
  },
};

/** The grey-zone area that a control question is about. */
function controlArea(question: string): Area | undefined {
  return question.startsWith('control:')
    ? AREAS.find((area) => area === question.slice('control:'.length))
    : undefined;
}

function controlQuestion(area: Area): Question {
  const { da, en } = AREA_LABELS[area];
  return {
    title: both(`${da}: kræver det et af disse?`, `${en}: does it take one of these?`),
    help: both(
      'Ét ja betyder, at behovet er specialiseret. Ellers kan det løses lokalt.',
      'One yes means that the need is specialised. Otherwise it can be met locally.',
    ),
    replies: CONTROL_ANSWERS.map((answer) => ({
      title: CONTROL_LABELS[answer],
      input: { [`control:${area}`]: answer },
    })),
  };
}

/** The guided questions, for tests and for those that decide which to ask. */
export const QUESTION_IDS: readonly string[] = Object.keys(QUESTIONS);

/** How a question is asked. Throws on an id that is none of ours: a bug, not a refusal. */
export function questionOf(id: string): Question {
  const area = controlArea(id);
  const question = area ? controlQuestion(area) : Object.hasOwn(QUESTIONS, id) ? QUESTIONS[id] : undefined;
  if (!question) throw new Error(`No guided question ${id}`);
  return question;
}

const NONE_WORDS = new Set(
  'har ikke|ingen|nej|ikke endnu|har ikke cvr|intet cvr|uden cvr|har ikke et|none|no|not yet|no cvr|no cvr number'
    .split('|')
    .map(fold),
);
/** `har ikke CVR, 22334455`: no number to look up, and perhaps whom to call. */
const WITHOUT_CVR =
  /^(?:de |han |hun |virksomheden |they |she |he )?(?:har (?:ikke|intet|ingen)|intet|uden|no|has no|have no|does not have(?: a)?)(?: \p{L}+){0,2} cvr(?:[-\s.]?(?:nr|nummer|number))?(?: endnu| yet)?(?=$|[\s.,;:–-])[\s.,;:–-]*/iu;
const SKIP_WORDS = new Set(
  'spring over|skip|ved ikke|ved det ikke|pas|not known|next|næste'.split('|').map(fold),
);

/** The same quick replies, for whoever types a button's words. */
function readReply(question: Question, text: string, languages: readonly Language[]): RawInput | undefined {
  const folded = fold(text);
  return question.replies.find(({ title }) => languages.some((language) => fold(title[language]) === folded))
    ?.input;
}

/** An answer to a control question is short; a sentence says something of its own. */
const MOST_WORDS = 5;

function readControl(area: Area, text: string): RawInput | undefined {
  const id = `control:${area}`;
  const yesNo = readYesNo(text);
  if (yesNo === 'false' || NONE_WORDS.has(fold(text))) return { [id]: 'none' };
  // A bare yes does not say which of the three; any of them makes the need specialised.
  if (yesNo === 'true') return { [id]: 'missing-locally' };
  const words = fold(text);
  // `nej, det er finansiering de mangler` and `skal bruge et program til lageret` are needs, not answers.
  if (words.split(' ').length > MOST_WORDS) return undefined;
  if (/^(mangler|missing)$|\b(kompetence|competence|(mangler|missing)\b.*\blo[ck]al)/.test(words))
    return { [id]: 'missing-locally' };
  if (/\b(forloeb|course|laengere|longer)/.test(words)) return { [id]: 'longer-course' };
  if (/\bprogram/.test(words)) return { [id]: 'programme' };
  return undefined;
}

/**
 * A typed answer to a guided question, as the form would send it; undefined where the words are no answer to it (the
 * application may then understand them otherwise, or asks again). `offered` are the needs that stand as buttons.
 */
export function readAnswer(id: string, text: string, offered: readonly Area[] = []): RawInput | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const question = questionOf(id);
  const reply = readReply(question, typed, ['da', 'en']);
  if (reply) return reply;
  const area = controlArea(id);
  if (area) return readControl(area, typed);
  const skipped = SKIP_WORDS.has(fold(typed));
  switch (id) {
    case 'company': {
      if (skipped || NONE_WORDS.has(fold(typed))) return { cvr: '' };
      const without = WITHOUT_CVR.exec(typed);
      if (without) {
        const contact = readContact(typed.slice(without[0].length));
        return { cvr: '', ...contact };
      }
      const cvr = normaliseCvr(typed);
      if (isCvrNumber(cvr) || /^\d{6,}$/.test(cvr)) return { cvr };
      return { companyName: typed };
    }
    case 'contact':
      return skipped || NONE_WORDS.has(fold(typed))
        ? { contactName: '', contactPhone: '', contactEmail: '' }
        : readContact(typed);
    case 'areas': {
      // Yes to the one that was offered; where several were, it says nothing.
      const areas = readYesNo(typed) === 'true' && offered.length === 1 ? offered[0] : readAreas(typed);
      return areas === undefined ? undefined : { areas };
    }
    case 'stage':
    case 'maturity':
    case 'clarified':
    case 'consent':
    case 'municipality': {
      const value = readFieldValue(id, typed);
      if (value !== undefined) return { [id]: value };
      return skipped && (id === 'maturity' || id === 'clarified') ? { [id]: '' } : undefined;
    }
    default:
      return undefined;
  }
}
