/**
 * The kinds of links from a case to a person or organisation. `sent`: a person who offered it; `asked` and `question`: the
 * two sides of an offer with an open question, who asked and who is to answer; `call`: the owner, with a planned call;
 * `follow-up`: who is asked to follow up.
 */
type LinkKind = 'sent' | 'asked' | 'question' | 'call' | 'follow-up';

/** How a database reads a case's document. */
interface JsonOf {
  /** A member at a path (`callBack.at`), as text. */
  readonly text: (from: string, path: string) => string;
  /** The rows `name` of a list at a path. */
  readonly each: (from: string, path: string, name: string) => string;
}

/** A query for the links of the case whose id and document are the given expressions: `kind`, `who`, `case_id`, `at`. */
export function linksSql(id: string, document: string, { text, each }: JsonOf, from = ''): string {
  const link = (kind: LinkKind, who: string, at: string, more = '', rows = '') => {
    const tables = [from, rows].filter((part) => part !== '').join(', ');
    return `select '${kind}' as kind, ${who} as who, ${id} as case_id, ${at} as at${tables === '' ? '' : ` from ${tables}`}${more}`;
  };
  const handovers = each(document, 'handovers', 'h');
  const asked = `${handovers}, ${each('h.value', 'questions', 'q')}`;
  const isOpen = ` where ${text('h.value', 'state')} = 'offered' and ${text('q.value', 'answer')} is null`;
  return [
    link('sent', text('h.value', 'offeredBy.person'), text('h.value', 'offeredAt'), '', handovers),
    link('asked', text('h.value', 'to'), text('q.value', 'askedAt'), isOpen, asked),
    link('question', text('h.value', 'from'), text('q.value', 'askedAt'), isOpen, asked),
    link(
      'call',
      text(document, 'owner'),
      text(document, 'callBack.at'),
      ` where ${text(document, 'callBack.at')} is not null`,
    ),
    link(
      'follow-up',
      text(document, 'followUp.organisation'),
      text(document, 'followUp.dueOn'),
      ` where ${text(document, 'followUp.state')} = 'proposed'`,
    ),
  ].join(' union all ');
}

/** Members of a document from which its links are worked out. */
export const LINKED_MEMBERS = ['owner', 'handovers', 'callBack', 'followUp'] as const;
