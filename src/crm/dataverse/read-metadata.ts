import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import { DataverseError } from './dataverse-error.ts';
import type { ColumnKind } from './requirements.ts';
import type { Caller, DataverseClient } from './web-request.ts';

/** A column as the organisation describes it. `length` and `options` are null where it has none. */
interface ColumnMetadata {
  readonly kind: ColumnKind | 'date' | 'other';
  readonly length: number | null;
  readonly options: readonly number[] | null;
  /** It can be written when a row is made and when it is changed. */
  readonly isWritable: boolean;
  /** Only users with a column security profile may use it. */
  readonly isSecured: boolean;
}

export interface TableMetadata {
  readonly set: string;
  readonly id: string;
  readonly hasRowVersions: boolean;
  readonly tracksChanges: boolean;
  /** Names of the privileges on its rows by kind, such as `Read`. Activities share one set of them. */
  readonly privileges: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, ColumnMetadata>;
  /** Navigation properties of its lookups. */
  readonly lookups: ReadonlySet<string>;
  /** Alternate keys of one column, with the state of their index. */
  readonly keys: ReadonlyMap<string, string>;
  /** Status reasons by state. */
  readonly states: ReadonlyMap<number, readonly number[]>;
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  String: 'text',
  Memo: 'text',
  Integer: 'whole',
  Boolean: 'yes-no',
  DateTime: 'instant',
  Picklist: 'choice',
};

const optionSet = z.object({
  Options: z.array(z.object({ Value: z.number(), State: z.number().nullish() })),
});
const attribute = z.object({
  LogicalName: z.string(),
  AttributeType: z.string().nullish(),
  IsValidForCreate: z.boolean().nullish(),
  IsValidForUpdate: z.boolean().nullish(),
  IsSecured: z.boolean().nullish(),
});
const entity = z.object({
  EntitySetName: z.string(),
  PrimaryIdAttribute: z.string(),
  IsOptimisticConcurrencyEnabled: z.boolean(),
  ChangeTrackingEnabled: z.boolean(),
  Privileges: z.array(z.object({ Name: z.string(), PrivilegeType: z.string() })),
  Keys: z.array(z.object({ KeyAttributes: z.array(z.string()), EntityKeyIndexStatus: z.string() })),
  Attributes: z.array(attribute),
  ManyToOneRelationships: z.array(z.object({ ReferencingEntityNavigationPropertyName: z.string() })),
});
/** What only a type of column has. A choice that tables share stands under `GlobalOptionSet`. */
const details = z.object({
  value: z.array(
    z.object({
      LogicalName: z.string(),
      MaxLength: z.number().nullish(),
      DateTimeBehavior: z.object({ Value: z.string() }).nullish(),
      OptionSet: optionSet.nullish(),
      GlobalOptionSet: optionSet.nullish(),
    }),
  ),
});
type Detail = z.output<typeof details>['value'][number];

const ENTITY_QUERY = [
  '$select=EntitySetName,PrimaryIdAttribute,IsOptimisticConcurrencyEnabled,ChangeTrackingEnabled,Privileges',
  `$expand=${[
    'Keys($select=KeyAttributes,EntityKeyIndexStatus)',
    'Attributes($select=LogicalName,AttributeType,IsValidForCreate,IsValidForUpdate,IsSecured)',
    'ManyToOneRelationships($select=ReferencingEntityNavigationPropertyName)',
  ].join(',')}`,
].join('&');

const CHOICES = '$select=LogicalName&$expand=OptionSet($select=Options),GlobalOptionSet($select=Options)';
/** What is asked about the columns of a type. */
const TYPED = {
  String: '$select=LogicalName,MaxLength',
  Memo: '$select=LogicalName,MaxLength',
  DateTime: '$select=LogicalName,DateTimeBehavior',
  Picklist: CHOICES,
  Status: CHOICES,
} as const;

/** Reads a table's metadata as it is now, past the cache. Null where there is no such table. Throws `CrmError`. */
export async function readTable(
  client: DataverseClient,
  name: string,
  by: Caller,
): Promise<TableMetadata | null> {
  const base = `EntityDefinitions(LogicalName='${name}')`;
  const get = async <T>(path: string, shape: z.ZodType<T>): Promise<T> => {
    const { body } = await client.send({ method: 'GET', path, headers: { Consistency: 'Strong' } }, by);
    const read = shape.safeParse(body);
    if (read.success) return read.data;
    throw new CrmError('rejected', 'Dataverse answered metadata that are none', { detail: 'no-metadata' });
  };
  let found: z.output<typeof entity>;
  try {
    found = await get(`${base}?${ENTITY_QUERY}`, entity);
  } catch (error) {
    if (error instanceof DataverseError && error.status === 404) return null;
    throw error;
  }
  const typed = new Map<string, Detail>();
  for (const [type, query] of Object.entries(TYPED)) {
    const path = `${base}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?${query}`;
    for (const detail of (await get(path, details)).value) typed.set(detail.LogicalName, detail);
  }
  return tableOf(found, typed);
}

function tableOf(found: z.output<typeof entity>, typed: ReadonlyMap<string, Detail>): TableMetadata {
  const status = found.Attributes.find(({ AttributeType }) => AttributeType === 'Status');
  const reasons = optionsOf(typed.get(status?.LogicalName ?? '')) ?? [];
  return {
    set: found.EntitySetName,
    id: found.PrimaryIdAttribute,
    hasRowVersions: found.IsOptimisticConcurrencyEnabled,
    tracksChanges: found.ChangeTrackingEnabled,
    privileges: new Map(found.Privileges.map(({ Name, PrivilegeType }) => [PrivilegeType, Name])),
    columns: new Map(
      found.Attributes.map((one) => [one.LogicalName, columnOf(one, typed.get(one.LogicalName))]),
    ),
    lookups: new Set(found.ManyToOneRelationships.map((one) => one.ReferencingEntityNavigationPropertyName)),
    keys: new Map(
      found.Keys.flatMap(({ KeyAttributes: [only, ...more], EntityKeyIndexStatus }) =>
        only !== undefined && more.length === 0 ? [[only, EntityKeyIndexStatus] as const] : [],
      ),
    ),
    states: new Map(
      [...Map.groupBy(reasons, ({ State }) => State ?? -1)].map(([state, of]) => [
        state,
        of.map(({ Value }) => Value),
      ]),
    ),
  };
}

const optionsOf = (detail: Detail | undefined) =>
  (detail?.OptionSet ?? detail?.GlobalOptionSet)?.Options ?? null;

function columnOf(found: z.output<typeof attribute>, detail: Detail | undefined): ColumnMetadata {
  const kind = KINDS[found.AttributeType ?? ''] ?? 'other';
  return {
    kind: kind === 'instant' && detail?.DateTimeBehavior?.Value === 'DateOnly' ? 'date' : kind,
    length: detail?.MaxLength ?? null,
    options: optionsOf(detail)?.map(({ Value }) => Value) ?? null,
    isWritable: found.IsValidForCreate !== false && found.IsValidForUpdate !== false,
    isSecured: found.IsSecured === true,
  };
}
