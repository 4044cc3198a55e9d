import type { DataverseServer, WebAnswer, WebRequest } from './dataverse-server.ts';
import type { Column, Table } from './organisation.ts';
import { Refused } from './stored-rows.ts';

/** The metadata of an organisation, from the public reference of the metadata entity types. */

const TYPES: Readonly<Record<Column['type'], string>> = {
  string: 'String',
  memo: 'Memo',
  integer: 'Integer',
  boolean: 'Boolean',
  datetime: 'DateTime',
  picklist: 'Picklist',
  state: 'State',
  status: 'Status',
};
const KINDS_OF_PRIVILEGE = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'];
const ACTIVITIES = ['phonecall', 'appointment', 'task'];
const SCHEMA_NAMES: Readonly<Record<string, string>> = { phonecall: 'PhoneCall' };

const schemaNameOf = (name: string) => SCHEMA_NAMES[name] ?? name.slice(0, 1).toUpperCase() + name.slice(1);

/** The name of a privilege: all activities share one set. */
export function privilegeOf(kind: string, table: string): string {
  return `prv${kind}${ACTIVITIES.includes(table) ? 'Activity' : schemaNameOf(table)}`;
}

/** The privileges of an application user with every right on the tables. */
export function allPrivileges(tables: Readonly<Record<string, Table>>): Map<string, string> {
  const names = Object.keys(tables).flatMap((table) =>
    KINDS_OF_PRIVILEGE.map((kind) => privilegeOf(kind, table)),
  );
  return new Map([...names, 'prvActOnBehalfOfAnotherUser', 'prvReadEntity'].map((name) => [name, 'Global']));
}

type Json = Readonly<Record<string, unknown>>;

/** `WhoAmI`, the user's privileges and `EntityDefinitions`; undefined where something else is asked for. */
export function answerMetadata(request: WebRequest, server: DataverseServer): WebAnswer | undefined {
  const { path, query, method } = request;
  if (path === 'WhoAmI' || path === 'WhoAmI()')
    return ok({ UserId: 'a1b2', BusinessUnitId: 'c3', OrganizationId: 'd4' });
  if (/^systemusers\(a1b2\)\/Microsoft\.Dynamics\.CRM\.RetrieveUserPrivileges(\(\))?$/.test(path))
    return ok({
      RolePrivileges: [...server.privileges].map(([PrivilegeName, Depth]) => ({
        PrivilegeName,
        Depth,
        PrivilegeId: 'x',
      })),
    });
  const [, name, typed] =
    /^EntityDefinitions\(LogicalName='(\w+)'\)(?:\/Attributes\/Microsoft\.Dynamics\.CRM\.(\w+)AttributeMetadata)?$/.exec(
      path,
    ) ?? [];
  if (name === undefined) return undefined;
  if (method !== 'GET') throw new Refused(405, '', 'Method not allowed');
  if (!server.privileges.has('prvReadEntity'))
    throw new Refused(403, '0x80040220', 'Principal user is missing prvReadEntity privilege');
  const table = server.tables[name];
  if (!table) throw new Refused(404, '0x80060888', `Could not find an entity with name ${name} and id 0`);
  if (typed === undefined)
    return ok(shaped(entityOf(name, table), query.get('$select'), query.get('$expand')));
  const columns = Object.entries(table.columns).filter(([, { type }]) => TYPES[type] === typed);
  const value = columns.map(([column, of]) =>
    shaped(
      { ...attributeOf(column, of), ...detailOf(of, table) },
      query.get('$select'),
      query.get('$expand'),
    ),
  );
  return ok({ value });
}

const ok = (body: object): WebAnswer => ({ status: 200, body });

function entityOf(name: string, table: Table): Json {
  return {
    LogicalName: name,
    SchemaName: schemaNameOf(name),
    EntitySetName: table.set,
    PrimaryIdAttribute: table.id,
    IsActivity: ACTIVITIES.includes(name),
    IsOptimisticConcurrencyEnabled: table.optimistic,
    ChangeTrackingEnabled: table.tracked,
    Privileges: KINDS_OF_PRIVILEGE.map((PrivilegeType) => ({
      CanBeBasic: true,
      Name: privilegeOf(PrivilegeType, name),
      PrivilegeType,
    })),
    Keys: Object.entries(table.keys).map(([column, EntityKeyIndexStatus]) => ({
      LogicalName: `key_${column}`,
      KeyAttributes: [column],
      EntityKeyIndexStatus,
    })),
    Attributes: [
      {
        LogicalName: table.id,
        AttributeType: 'Uniqueidentifier',
        IsValidForCreate: true,
        IsValidForUpdate: false,
        IsSecured: false,
      },
      ...Object.entries(table.columns).map(([column, of]) => attributeOf(column, of)),
    ],
    ManyToOneRelationships: Object.keys(table.lookups).map((navigation) => ({
      ReferencingEntityNavigationPropertyName: navigation,
      ReferencedEntity: table.lookups[navigation],
    })),
  };
}

function attributeOf(column: string, { type, readOnly = false, secured = false }: Column): Json {
  return {
    LogicalName: column,
    AttributeType: TYPES[type],
    IsValidForCreate: !readOnly,
    IsValidForUpdate: !readOnly,
    IsSecured: secured,
  };
}

function detailOf({ type, max, options, dateOnly = false, shared = false }: Column, table: Table): Json {
  switch (type) {
    case 'string':
    case 'memo':
      return { MaxLength: max ?? 100 };
    case 'datetime':
      return { DateTimeBehavior: { Value: dateOnly ? 'DateOnly' : 'UserLocal' } };
    case 'picklist': {
      const set = { Options: (options ?? []).map((Value) => ({ Value, Label: {} })) };
      return { OptionSet: shared ? null : set, GlobalOptionSet: shared ? set : null };
    }
    case 'status': {
      const Options = Object.entries(table.states).flatMap(([State, reasons]) =>
        reasons.map((Value) => ({ Value, State: Number(State), Label: {} })),
      );
      return { OptionSet: { Options }, GlobalOptionSet: null };
    }
    default:
      return {};
  }
}

/** What `$select` and `$expand` name of an object: anything else is refused. Expanded parts have a `$select` of their own. */
function shaped(whole: Json, select: string | null, expand: string | null): Json {
  const expanded = [...(expand ?? '').matchAll(/(\w+)(?:\(\$select=([\w,]+)\))?/g)];
  const parts = ['Keys', 'Attributes', 'ManyToOneRelationships', 'OptionSet', 'GlobalOptionSet'];
  const names = select?.split(',') ?? Object.keys(whole).filter((name) => !parts.includes(name));
  const wrong = [...names, ...expanded.map(([, name = '']) => name)].find((name) => !(name in whole));
  if (wrong !== undefined) throw new Refused(400, '0x80060888', `Could not find a property named '${wrong}'`);
  const hidden = names.find((name) => parts.includes(name));
  if (hidden !== undefined) throw new Refused(400, '0x80060888', `${hidden} must be expanded`);
  return {
    MetadataId: 'm1',
    ...Object.fromEntries(names.map((name) => [name, whole[name]])),
    ...Object.fromEntries(expanded.map(([, name = '', inner = null]) => [name, within(whole[name], inner)])),
  };
}

function within(value: unknown, select: string | null): unknown {
  if (Array.isArray(value)) return value.map((one) => within(one, select));
  return value === null ? null : shaped(value as Json, select, null);
}
