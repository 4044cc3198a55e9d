import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { LOCALHOST_CERTIFICATE } from '../support/certificate.ts';

/** A request as a receiver had it. */
interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a receiver answers; `silent`: nothing. */
interface ReceiverAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly silent?: true;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What is answered from now on. */
  answer: ReceiverAnswer;
  close(): Promise<void>;
}

/** Trusts the certificate of this machine's servers, as `NODE_EXTRA_CA_CERTS` would. */
export function trustLocalhost(): void {
  const [certificate = ''] = LOCALHOST_CERTIFICATE.split('-----BEGIN PRIVATE KEY');
  setDefaultCACertificates([...getCACertificates('bundled'), certificate]);
}

/** A receiver of webhooks on this machine, over HTTPS. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(
    { cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_CERTIFICATE },
    (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        if (receiver.answer.silent) return;
        response.writeHead(receiver.answer.status, { ...receiver.answer.headers });
        response.end('the words of a receiver');
      });
    },
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `https://localhost:${port}/hook?sig=sss`,
    received,
    answer: { status: 204 },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
