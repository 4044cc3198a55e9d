import type { Chats } from './chats.ts';
import type { Office } from './office/office.ts';
import type { OrganisationId } from './organisation.ts';
import type { OfficeMatter, SmallTalk, Term } from './talk.ts';
import type { Reason } from './triage/decision.ts';
import type { Area } from './vocabulary.ts';

/** The answer to a line that is no command: an explanation, small talk, or the question what was meant. */
export type TalkAnswer =
  /** What words of the domain mean. */
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  /** A rule of the rule set, by its id. */
  | { readonly kind: 'rule'; readonly rule: string }
  /** Whose door a need is, and the rules that say so. */
  | {
      readonly kind: 'door';
      readonly area: Area;
      /** The owner by each rule that may decide, the likeliest first; null: the company's local office. */
      readonly ways: readonly {
        readonly organisation: OrganisationId | 'digital' | null;
        readonly reason: Reason;
      }[];
    }
  /** What is known of an office. `people` are its coordinators, `chats` how the reader can write to them. */
  | {
      readonly kind: 'office';
      readonly office: Office;
      readonly matter: OfficeMatter;
      readonly people: readonly { readonly id: string; readonly name: string }[];
      readonly chats?: Chats | undefined;
    }
  | { readonly kind: 'small-talk'; readonly about: SmallTalk }
  /** A line that may be a need or a question, or that could not be read: the person chooses. */
  | { readonly kind: 'which'; readonly text: string };
