/** A request from Slack with its raw body, because the signature covers the bytes. */
export interface SlackRequest {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface SlackResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A header, by its lower-case name. */
export function header(request: Pick<SlackRequest, 'headers'>, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** A response without a body. */
export function empty(status: number): SlackResponse {
  return { status, headers: {}, body: '' };
}

/** A response with a JSON body. */
export function json(body: unknown): SlackResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
