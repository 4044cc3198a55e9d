import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file of the tab, as it is sent. */
export interface TabFile {
  /** `/tab`, or `/tab/assets/main-Bx3f.js`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body as gzip has it: a third of the bytes. */
  readonly packed: Buffer;
}

/** A file as it is sent to a client that names the encodings which it takes (`Accept-Encoding`). */
export function answerWith(
  { headers, body, packed }: TabFile,
  encodings = '',
): { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } {
  const takesGzip = encodings.split(',').some((one) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
  const varied = { ...headers, vary: 'accept-encoding' };
  return takesGzip
    ? { headers: { ...varied, 'content-encoding': 'gzip' }, body: packed }
    : { headers: varied, body };
}

/** Where `npm run build:tab` puts the tab. */
const BUILT_TAB = join(import.meta.dirname, '../../../dist/tab');

/** Whether the tab was built in a folder; without one, where `npm run build:tab` puts it. */
export function isTabBuilt(folder = BUILT_TAB): boolean {
  return existsSync(join(folder, 'index.html'));
}

/** Hosts in whose frames Teams, Outlook and Microsoft 365 show tabs. */
const FRAMES = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

/** The one request of the Teams library: the list of hosts that it may talk to. */
const HOST_LIST = 'https://res.cdn.office.net/teams-js/validDomains/json/validDomains.json';

/**
 * What the page may load, and who may frame it. Without sign-in nobody may: a page of another site could lay itself over
 * the buttons.
 */
function policy(page: Buffer, framed: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...stylesIn(page)].join(' ')}`,
    "img-src 'self' data:",
    `connect-src 'self' ${HOST_LIST}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? FRAMES.join(' ') : "'none'"}`,
  ].join('; ');
}

/** What names the styles that a page brings along, and no other (CSP Level 3, section 2.3.1). */
function stylesIn(page: Buffer): readonly string[] {
  const styles = page.toString().matchAll(/<style>([\s\S]*?)<\/style>/g);
  return [...styles].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The files of the tab that was built in a folder (without one, where `npm run build:tab` puts it); none where none was. Names of assets change with their content, so
 * browsers keep them; the page itself is asked for each time. `framed`: Teams shows the page in a frame.
 */
export function tabFiles(folder = BUILT_TAB, framed = false): readonly TabFile[] {
  if (!isTabBuilt(folder)) return [];
  const page = bodyOf(join(folder, 'index.html'));
  const common = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' };
  const assets = readdirSync(join(folder, 'assets')).map((name) => ({
    path: `/tab/assets/${name}`,
    headers: {
      ...common,
      'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
    },
    ...bodyOf(join(folder, 'assets', name)),
  }));
  const headers = {
    ...common,
    'content-type': TYPES['.html'] ?? '',
    'cache-control': 'no-cache',
    'content-security-policy': policy(page.body, framed),
  };
  return [{ path: '/tab', headers, ...page }, ...assets];
}

function bodyOf(file: string): Pick<TabFile, 'body' | 'packed'> {
  const body = readFileSync(file);
  return { body, packed: gzipSync(body) };
}
