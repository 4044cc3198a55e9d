import { readAnswer } from '../../dialogs/questions.ts';
import type { Reply } from '../../src/app/inbound.ts';
import type {
  CompanyRegister,
  RegisterAnswer,
  RegisteredCompany,
} from '../../src/app/ports/company-register.ts';
import { type NeedChange, NO_NEED_CHANGE, type Understanding } from '../../src/app/ports/language-model.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Command, IntakeVerb } from '../../src/core/command.ts';
import type { Draft } from '../../src/core/intake/draft.ts';
import { outreachStanding } from '../../src/core/outreach/outreach.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { type LoopOptions, type LoopWorld, openLoopWorld } from '../loop/loop-world.ts';

/** The use cases over a store in memory, with a register and an understanding of words that a test decides. */
export interface AppWorld extends LoopWorld {
  /** Companies of the register; `down`: it does not answer. */
  companies: readonly RegisteredCompany[] | 'down';
  /** What was asked of the register. */
  readonly askedRegister: string[];
  /** What is understood in a text. */
  understood: (text: string) => Partial<Understanding>;
  /** How a text changes the needs. */
  changed: (text: string) => Partial<NeedChange>;
  /** A command of a person in their own chat: what is answered, each answer in a few words. */
  says(person: string, command: Command): Promise<readonly string[]>;
  intake(
    person: string,
    verb: IntakeVerb,
    input?: RawInput,
    more?: { readonly draftId?: string; readonly revision?: number },
  ): Promise<readonly string[]>;
  /** The person's intake under way; throws where there is none. */
  draft(person: string): Promise<Draft>;
}

export const HANSEN: RegisteredCompany = {
  cvr: '25313763',
  name: 'Hansen VVS ApS',
  municipality: '791',
  founded: '2011-04-12',
  form: 'ApS',
  employees: 12,
  advertisingProtected: false,
  standing: 'active',
  pNumbers: [],
};

export function understanding(text: string, more: Partial<Understanding> = {}): Understanding {
  return {
    text,
    cprRemoved: 0,
    language: 'da',
    areas: [],
    chosen: [],
    offered: [],
    crisis: false,
    entities: {},
    ...more,
  };
}

/** An answer in a few words: its kind and the codes that tell what it says. */
export function inWords(answer: Answer): string {
  switch (answer.kind) {
    case 'notice':
      return `notice ${answer.notice.code}`;
    case 'refused':
      return `refused ${answer.refusal.code}`;
    case 'intake-form':
      return ['form', ...answer.problems.map(({ refusal }) => refusal.code)].join(' ');
    case 'question':
      return ['question', answer.question, ...(answer.problem ? [answer.problem.refusal.code] : [])].join(
        ' ',
      );
    case 'decision': {
      const { decision, problems, basisNeeded } = answer;
      const words = ['decision', decision.owner.organisation, ...problems.map(({ refusal }) => refusal.code)];
      return [...words, ...(basisNeeded ? ['basis?'] : [])].join(' ');
    }
    case 'case': {
      const { card, case: kase, notice, problems } = answer;
      const words = [card, kase.status, notice?.code ?? '-', ...problems.map(({ refusal }) => refusal.code)];
      return words.join(' ');
    }
    case 'case-line':
      return `line ${answer.notice.code}${answer.inThread ? ' in thread' : ''}`;
    case 'cases':
      return `cases ${answer.filter} ${answer.lines.length}/${answer.total} page ${answer.page}/${answer.pages}`;
    case 'overview':
      return `overview ${answer.counts.map(({ filter, total }) => `${filter} ${total}`).join(', ')}`;
    case 'digest':
      return `digest ${answer.organisation} ${answer.month}`;
    case 'figures':
      return `figures ${answer.organisation} ${answer.periods.map(({ period }) => `${period.from} to ${period.to}`).join(', ')}`;
    case 'found': {
      const { searched, lines, known, outreach = [] } = answer;
      const { words, number, municipality } = searched;
      const asked = [words === '' ? number : words, municipality].filter((part) => part).join(', ');
      return `found ${asked}: ${[...lines, ...known].map(({ caseId }) => caseId).join(' ')}${outreach.map(({ what }) => ` +${what.kind}`).join('')}`;
    }
    case 'outreach-look':
      return ['look', ...answer.contacts.map(({ what }) => what.kind)].join(' ');
    case 'outreach': {
      const { contact, notice, problems, side } = answer;
      const standing = outreachStanding(contact, answer.now);
      const words = ['outreach', side, standing, notice?.code ?? '-'];
      return [...words, ...problems.map(({ refusal }) => refusal.code)].join(' ');
    }
    case 'outreach-list':
      return ['outreach list', ...answer.lines.map((one) => outreachStanding(one, answer.now))].join(' ');
    case 'advisers':
      return `advisers ${answer.area}: ${answer.shown.map(({ adviser }) => adviser.id).join(' ')}`;
    case 'offers':
      return `offers ${answer.offers.map(({ id }) => id).join(' ')}`;
    case 'terms':
      return `terms ${answer.terms.join(' ')}`;
    case 'rule':
      return `rule ${answer.rule}`;
    case 'door':
      return `door ${answer.area}`;
    case 'office':
      return `office ${answer.office.organisation}`;
    case 'small-talk':
      return `small-talk ${answer.about}`;
    case 'which':
      return 'which';
    case 'running-case':
      return `running ${answer.running.owner} ${answer.notice?.code ?? '-'}`;
    case 'setting':
      return `setting ${answer.row.key} ${JSON.stringify(answer.row.value)} ${answer.told ?? answer.problem?.code ?? '-'}`;
    case 'setting-change':
      return `change ${answer.side} ${answer.change.state} ${answer.told ?? answer.problem?.code ?? '-'}`;
    case 'absence':
      return `absence ${(answer.notice ?? answer.problem)?.code ?? '-'}`;
    case 'resume-offer':
    case 'welcome':
    case 'help':
    case 'settings':
      return answer.kind;
    default: {
      const never: never = answer;
      return never;
    }
  }
}

export const wordsOf = ({ answers }: Reply): readonly string[] => answers.map(inWords);

export async function openAppWorld(
  options: LoopOptions & { readonly mute?: boolean } = {},
): Promise<AppWorld> {
  const askedRegister: string[] = [];
  const ask = async <T>(what: string, find: (all: readonly RegisteredCompany[]) => T | undefined) => {
    askedRegister.push(what);
    if (world.companies === 'down') return { state: 'unavailable', code: 'down' } as const;
    const value = find(world.companies);
    const answer: RegisterAnswer<T> =
      value === undefined ? { state: 'not-found' } : { state: 'found', value };
    return answer;
  };
  const register: CompanyRegister = {
    findByCvr: (cvr) => ask(cvr, (all) => all.find((one) => one.cvr === cvr)),
    searchByName: (name, limit) =>
      ask(`${name} ${limit}`, (all) => {
        const found = all.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()));
        return found.length === 0 ? undefined : found.slice(0, limit);
      }),
  };
  const inner = await openLoopWorld({
    register: () => register,
    readAnswer,
    ...(options.mute === true
      ? {}
      : {
          language: {
            understand: (text) => understanding(text, world.understood(text)),
            needChange: (text) => ({ ...NO_NEED_CHANGE, ...world.changed(text) }),
          },
        }),
    ...options,
  });
  const world: AppWorld = Object.assign(inner, {
    companies: [HANSEN],
    askedRegister,
    understood: () => ({}),
    changed: () => ({}),
    says: async (person: string, command: Command) => wordsOf(await inner.do(person, command)),
    intake: async (
      person: string,
      verb: IntakeVerb,
      input: RawInput = {},
      more: { readonly draftId?: string; readonly revision?: number } = {},
    ) =>
      wordsOf(
        await inner.do(person, { name: 'intake', verb, input, draftId: null, revision: null, ...more }),
      ),
    draft: async (person: string) => {
      const found = await inner.unitOfWork.read((stores) => stores.drafts.active(person));
      if (!found) throw new Error(`${person} has no intake under way`);
      return found;
    },
  });
  return world;
}
