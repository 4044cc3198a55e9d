import type { WebAnswer, WebRequest } from './dataverse-server.ts';

const END = '\r\n';
const ROOT = '/api/data/v9.2/';
const MOST = 1_000;

interface Part {
  readonly contentId: string | null;
  readonly requests: readonly WebRequest[];
}

/**
 * A `$batch`: each part by itself, or the parts of a change set together, where `$1` names what an earlier part made.
 * A change set is not rolled back here; its first failure answers for it.
 */
export function answerBatch(request: WebRequest, answer: (request: WebRequest) => WebAnswer): WebAnswer {
  const boundary = /boundary="?([^";]+)"?/.exec(request.headers['content-type'] ?? '')?.[1];
  const text = String(request.body);
  const wrong = (message: string): WebAnswer => ({ status: 400, body: { error: { code: '', message } } });
  if (boundary === undefined || !text.includes(`--${boundary}--`)) return wrong('The batch is not closed.');
  if (/[^\r]\n/.test(text)) return wrong('The batch must have CRLF line ends.');
  const parts = partsOf(text, boundary, request.headers);
  if (parts.length > MOST) return wrong('A batch holds 1000 operations at most.');
  const goesOn = request.headers.prefer?.includes('odata.continue-on-error');
  const answers: string[] = [];
  for (const { requests, contentId } of parts) {
    const results = requests.map(answer);
    const failed = results.find(({ status }) => status >= 400);
    answers.push(
      failed || requests.length === 1 ? http(failed ?? results[0], contentId) : changeSet(results),
    );
    if (failed && !goesOn) return { ...multipart(answers), status: failed.status };
  }
  return multipart(answers);
}

function partsOf(text: string, boundary: string, outer: WebRequest['headers']): readonly Part[] {
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const inner = /boundary="?([^";\r]+)"?/.exec(part.split(END + END)[0] ?? '')?.[1];
      if (inner !== undefined)
        return { contentId: null, requests: partsOf(part, inner, outer).flatMap(({ requests }) => requests) };
      const [head = '', http = '', ...rest] = part.split(END + END);
      const [line = '', ...lines] = http.split(END);
      const [method = '', address = ''] = line.split(' ');
      const headers = Object.fromEntries(
        lines.map((one) => [
          one.slice(0, one.indexOf(':')).toLowerCase(),
          one.slice(one.indexOf(':') + 1).trim(),
        ]),
      );
      const url = new URL(address, 'http://localhost');
      const body = rest.join(END + END).trim();
      return {
        contentId: /Content-ID: (\S+)/i.exec(head)?.[1] ?? null,
        requests: [
          {
            method,
            path: decodeURIComponent(url.pathname.slice(ROOT.length)),
            query: url.searchParams,
            headers: { ...(outer.callerobjectid && { callerobjectid: outer.callerobjectid }), ...headers },
            body: body === '' ? undefined : JSON.parse(body),
          },
        ],
      };
    });
}

function http(result: WebAnswer | undefined, contentId: string | null): string {
  const { status = 500, headers = {}, body } = result ?? {};
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === null ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${status} X`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : ['Content-Type: application/json; odata.metadata=minimal']),
    '',
    body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  ].join(END);
}

function changeSet(results: readonly WebAnswer[]): string {
  const parts = results.map(
    (result, place) => `--changesetresponse_1${END}${http(result, String(place + 1))}`,
  );
  return [
    'Content-Type: multipart/mixed; boundary=changesetresponse_1',
    '',
    ...parts,
    '--changesetresponse_1--',
  ].join(END);
}

function multipart(answers: readonly string[]): WebAnswer {
  const body = `${answers.map((one) => `--batchresponse_1${END}${one}${END}`).join('')}--batchresponse_1--${END}`;
  return { status: 200, headers: { 'Content-Type': 'multipart/mixed; boundary=batchresponse_1' }, body };
}
