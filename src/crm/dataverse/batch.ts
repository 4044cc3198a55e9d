import { CrmError } from '../../app/ports/crm.ts';
import type { Request } from './web-request.ts';

const END = '\r\n';

/** The body of a `$batch`: each request a part of its own, outside any change set. `root` is the path of the API. */
export function batchBody(requests: readonly Request[], boundary: string, root: string): string {
  const parts = requests.map(({ method, path, body, headers = {} }, place) =>
    [
      `--${boundary}`,
      'Content-Type: application/http',
      'Content-Transfer-Encoding: binary',
      `Content-ID: ${place + 1}`,
      '',
      `${method} ${root}${path} HTTP/1.1`,
      'Accept: application/json',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      ...(body ? ['Content-Type: application/json; type=entry'] : []),
      '',
      body ? JSON.stringify(body) : '',
    ].join(END),
  );
  return `${parts.join(END)}${END}--${boundary}--${END}`;
}

/** One answer inside a batch. */
export interface BatchPart {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** The answers inside a batch, in order. Throws `CrmError` where the answer is no batch, or ends before its end. */
export function readBatch(body: unknown): readonly BatchPart[] {
  const { type, text } = body as { readonly type?: string; readonly text?: string };
  const boundary = /boundary="?([^";]+)"?/.exec(type ?? '')?.[1];
  if (boundary === undefined || text === undefined || !text.includes(`--${boundary}--`))
    throw new CrmError('unavailable', 'Dataverse answered something that is no batch');
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const [, http = '', ...rest] = part.split(/\r?\n\r?\n/);
      const status = Number(/HTTP\/1\.1 (\d{3})/.exec(http)?.[1]);
      if (!Number.isInteger(status)) throw new CrmError('unavailable', 'Dataverse answered a broken batch');
      const retryAfter = /^Retry-After:\s*(\d+)/im.exec(http)?.[1] ?? null;
      return { status, retryAfter, text: rest.join('\n\n').trim() };
    });
}
