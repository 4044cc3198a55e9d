import { z } from 'zod';
import { CrmError } from '../../app/ports/crm.ts';
import { DataverseError } from './dataverse-error.ts';
import type { ColumnKind } from './requirements.ts';
import type { DataverseClient } from './web-request.ts';

/** A column as the organisation describes it. `length` and `options` are null where it has none. */
export interface ColumnMetadata {
  readonly kind: ColumnKind | 'other';
  readonly length: number | null;
  readonly options: readonly number[] | null;
}

export interface TableMetadata {
  readonly schemaName: string;
  readonly set: string;
  readonly id: string;
  readonly isActivity: boolean;
  readonly hasRowVersions: boolean;
  readonly tracksChanges: boolean;
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

const option = z.object({ Value: z.number(), State: z.number().nullish() });
const attribute = z.object({
  LogicalName: z.string(),
  AttributeType: z.string().nullish(),
  MaxLength: z.number().nullish(),
  OptionSet: z.object({ Options: z.array(option) }).nullish(),
});
const attributes = z.object({ value: z.array(attribute) });
const entity = z.object({
  SchemaName: z.string(),
  EntitySetName: z.string(),
  PrimaryIdAttribute: z.string(),
  IsActivity: z.boolean(),
  IsOptimisticConcurrencyEnabled: z.boolean(),
  ChangeTrackingEnabled: z.boolean(),
  Keys: z.array(z.object({ KeyAttributes: z.array(z.string()), EntityKeyIndexStatus: z.string() })),
  Attributes: z.array(attribute),
  ManyToOneRelationships: z.array(z.object({ ReferencingEntityNavigationPropertyName: z.string() })),
});

/** Reads a table's metadata as it is now, past the cache. Null where there is no such table. Throws `CrmError`. */
export async function readTable(client: DataverseClient, name: string): Promise<TableMetadata | null> {
  const base = `EntityDefinitions(LogicalName='${name}')`;
  const get = async <T>(path: string, shape: z.ZodType<T>): Promise<T> => {
    const { body } = await client.send({ method: 'GET', path, headers: { Consistency: 'Strong' } }, {});
    const read = shape.safeParse(body);
    if (read.success) return read.data;
    throw new CrmError('unavailable', 'Dataverse answered metadata that are none');
  };
  const typed = (type: string, query: string) =>
    get(`${base}/Attributes/Microsoft.Dynamics.CRM.${type}AttributeMetadata?${query}`, attributes);
  const length = '$select=LogicalName,MaxLength';
  const set = '$select=LogicalName&$expand=OptionSet($select=Options)';
  const select =
    'SchemaName,EntitySetName,PrimaryIdAttribute,IsActivity,IsOptimisticConcurrencyEnabled,ChangeTrackingEnabled';
  const expand =
    'Keys($select=KeyAttributes,EntityKeyIndexStatus),Attributes($select=LogicalName,AttributeType),ManyToOneRelationships($select=ReferencingEntityNavigationPropertyName)';
  let found: z.output<typeof entity>;
  try {
    found = await get(`${base}?$select=${select}&$expand=${expand}`, entity);
  } catch (error) {
    if (error instanceof DataverseError && error.status === 404) return null;
    throw error;
  }
  const [strings, memos, choices, states] = await Promise.all([
    typed('String', length),
    typed('Memo', length),
    typed('Picklist', set),
    typed('Status', set),
  ]);
  const details = new Map([strings, memos, choices].flatMap(({ value }) => value).map((one) => [one.LogicalName, one]));
  const reasons = states.value.flatMap(({ OptionSet }) => OptionSet?.Options ?? []);
  return {
    schemaName: found.SchemaName,
    set: found.EntitySetName,
    id: found.PrimaryIdAttribute,
    isActivity: found.IsActivity,
    hasRowVersions: found.IsOptimisticConcurrencyEnabled,
    tracksChanges: found.ChangeTrackingEnabled,
    columns: new Map(
      found.Attributes.map(({ LogicalName, AttributeType }) => [
        LogicalName,
        {
          kind: KINDS[AttributeType ?? ''] ?? 'other',
          length: details.get(LogicalName)?.MaxLength ?? null,
          options: details.get(LogicalName)?.OptionSet?.Options.map(({ Value }) => Value) ?? null,
        },
      ]),
    ),
    lookups: new Set(found.ManyToOneRelationships.map((one) => one.ReferencingEntityNavigationPropertyName)),
    keys: new Map(
      found.Keys.flatMap(({ KeyAttributes: [only, ...more], EntityKeyIndexStatus }) =>
        only !== undefined && more.length === 0 ? [[only, EntityKeyIndexStatus] as const] : [],
      ),
    ),
    states: new Map(
      [...Map.groupBy(reasons, ({ State }) => State ?? -1)].map(([state, of]) => [state, of.map(({ Value }) => Value)]),
    ),
  };
}
