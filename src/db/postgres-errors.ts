import type { StoreCheck } from './store.ts';
import { StoreError } from './store-error.ts';

/** Errors of the network by their codes in Node, and those that `pg` knows by their words alone. */
const NETWORK = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'EAI_AGAIN',
];
const LOST =
  /connection terminated|timeout exceeded when trying to connect|query read timeout|not queryable/i;

/** The code of an error that PostgreSQL or Node threw: a SQLSTATE or a system error; '' where there is none. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** Whether the server cannot be reached, is starting or ending, or did not answer in time. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  const code = codeOf(error);
  // 08: connection exception; 53300: too many connections; 57P01 to 57P03: shutdown, crash, starting.
  if (NETWORK.includes(code) || /^(08|53300|57P0[1-3])/.test(code)) return true;
  return LOST.test(error.message);
}

/** The check that an error of PostgreSQL means has failed. */
export function checkOfPostgres(error: unknown): StoreCheck {
  const known = postgresErrorOf('', error);
  if (!(known instanceof StoreError)) return 'write';
  switch (known.code) {
    case 'busy':
      return 'busy';
    case 'away':
    case 'address':
      return 'away';
    case 'corrupt':
      return 'integrity';
    default:
      return codeOf(error).startsWith('53') ? 'disk-full' : 'write';
  }
}

/** An error of PostgreSQL, or of the way to it, as a `StoreError` that names the store; any other error as it is. */
export function postgresErrorOf(name: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  const say = (kind: StoreError['code'], what: string) =>
    new StoreError(kind, `${name}: ${what}`, { cause: error });
  // invalid_password, invalid_authorization, invalid_catalog_name: DATABASE_URL is wrong.
  if (/^(28|3D)/.test(code))
    return say('address', 'DATABASE_URL is not let in, or names a database that is not there');
  if (code === 'ENOTFOUND') return say('address', 'DATABASE_URL names a host that is not there');
  if (isConnectionLost(error)) return say('away', 'the database does not answer');
  // lock_not_available, serialization_failure, deadlock_detected.
  if (['55P03', '40001', '40P01'].includes(code))
    return say('busy', 'another process holds the lock of the store');
  if (code.startsWith('53')) return say('unusable', 'the server has no room');
  // read_only_sql_transaction: a standby that was not promoted; insufficient_privilege.
  if (code === '25006' || code === '42501') return say('unusable', 'the database cannot be written to');
  if (/^(58|XX)/.test(code)) return say('corrupt', 'the database is damaged');
  return error;
}
