import type { Columns, Mapping, Source, TableMapping } from './mapping.ts';

/** What a column must be able to hold. */
export type ColumnKind = 'text' | 'whole' | 'yes-no' | 'instant' | 'choice';

export interface ColumnRequirement {
  readonly column: string;
  readonly kind: ColumnKind;
  /** Characters of a text. */
  readonly length?: number;
  /** Integers that are sent. */
  readonly options?: readonly number[];
}

/** What the mapping needs of a table. */
export interface TableRequirement extends TableMapping {
  readonly columns: readonly ColumnRequirement[];
  readonly lookups: readonly string[];
  readonly states: readonly { readonly statecode: number; readonly statuscode: number }[];
  /** Row versions are compared. */
  readonly isCase: boolean;
  /** Changes are read back. */
  readonly tracks: boolean;
  /** Rows of it are removed when an item of a list is. */
  readonly removes: boolean;
}

/** Characters of a key that is a case id, and of one that is a case id, the name of a list and a place in it. */
const CASE_KEY_LENGTH = 20;
const LIST_KEY_LENGTH = 40;
const CVR_LENGTH = 8;
/** Characters that the whole record may need: the texts of a long case. */
const RECORD_LENGTH = 1_000_000;

function kindOf(column: string, source: Source): ColumnRequirement {
  if (typeof source === 'string') return { column, kind: 'text' };
  const { value, options, other, as, max } = source;
  if (as === 'instant') return { column, kind: 'instant' };
  if (typeof value === 'boolean') return { column, kind: 'yes-no' };
  if (typeof value === 'number') return { column, kind: 'choice', options: [value] };
  if (options) {
    const sent = [...Object.values(options), ...(typeof other === 'number' ? [other] : [])];
    return { column, kind: 'choice', options: [...new Set(sent)] };
  }
  return { column, kind: 'text', ...(max !== undefined && { length: max }) };
}

const columnsOf = (columns: Columns) =>
  Object.entries(columns).map(([column, source]) => kindOf(column, source));

/** Everything that the mapping needs of an organisation, by table; two lists in one table are one requirement. */
export function requirementsOf({
  account,
  contact,
  incident,
  lists,
  placeholder,
}: Mapping): readonly TableRequirement[] {
  const key = ({ key: column }: TableMapping, length = CASE_KEY_LENGTH): ColumnRequirement => ({
    column,
    kind: 'text',
    length,
  });
  const accountKey = Math.max(CVR_LENGTH, placeholder.key.replaceAll('{municipality}', '000').length);
  const plain = { lookups: [], states: [], isCase: false, tracks: false, removes: false };
  const found: TableRequirement[] = [
    { ...plain, ...account, columns: [key(account, accountKey), ...columnsOf(account.columns)] },
    {
      ...plain,
      ...contact,
      columns: [key(contact), ...columnsOf(contact.columns)],
      lookups: [contact.company],
      tracks: true,
    },
    {
      ...plain,
      ...incident,
      columns: [
        key(incident),
        { column: incident.revision, kind: 'whole' },
        { column: incident.record, kind: 'text', length: RECORD_LENGTH },
        { column: incident.erased, kind: 'yes-no' },
        ...columnsOf(incident.columns),
      ],
      lookups: [incident.customer.account, incident.customer.contact, incident.contact],
      states: Object.values(incident.states),
      isCase: true,
      tracks: true,
    },
  ];
  for (const list of lists) {
    const lookups = Object.values(list.regarding);
    const columns = [key(list, LIST_KEY_LENGTH), ...columnsOf(list.columns)];
    const states = list.done ? [list.done] : [];
    const place = found.findIndex(({ table }) => table === list.table);
    const same = found[place];
    if (same) found[place] = { ...same, ...merged(same, { columns, lookups, states }) };
    else found.push({ ...plain, ...list, columns, lookups, states, removes: true });
  }
  return found;
}

type Parts = Pick<TableRequirement, 'columns' | 'lookups' | 'states'>;

function merged(one: Parts, other: Parts): Parts {
  const known = new Set(one.columns.map(({ column }) => column));
  return {
    columns: [...one.columns, ...other.columns.filter(({ column }) => !known.has(column))],
    lookups: [...new Set([...one.lookups, ...other.lookups])],
    states: [...one.states, ...other.states],
  };
}
