import { createHash } from 'node:crypto';
import type { Refusal } from '../../core/result.ts';
import type { Language } from '../../core/vocabulary.ts';
import { drawn } from './draw.ts';

/** What the tab is answered. */
export interface TabResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const JSON_TYPE = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export function json(status: number, body: unknown): TabResponse {
  return { status, headers: JSON_TYPE, body: JSON.stringify(body) };
}

/** A refusal as a view, in the words of its reader. */
export function refused(refusal: Refusal, language: Language, status: number): TabResponse {
  return json(status, { language, views: [drawn({ kind: 'refused', refusal }, language)] });
}

/** A response with its tag, and nothing else where the reader has it already. */
export function tagged(response: TabResponse, known: string | undefined): TabResponse {
  const tag = `"${createHash('sha256').update(response.body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...response.headers, etag: tag, 'cache-control': 'private, no-cache' };
  return known === tag ? { status: 304, headers, body: '' } : { ...response, headers };
}

/** Letters of a file's name that every system can write. */
const SAFE_NAME = /[^\w.-]/g;

/** A file that the page saves. It holds figures of an office, so nothing keeps a copy on the way. */
export function file(name: string, type: string, body: string | Uint8Array): TabResponse {
  const headers = {
    'content-type': type,
    'content-disposition': `attachment; filename="${name.replace(SAFE_NAME, '-')}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body };
}
