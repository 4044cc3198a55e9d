import { Agent, request } from 'node:http';

/** What a run of turns took. */
export interface Load {
  readonly turnsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

function post(url: URL, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === 200) resolve();
          else reject(new Error(`answered ${response.statusCode}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/**
 * Posts turns for some seconds over so many connections; each sends its next turn when the last one is
 * answered, and one at least. */
export async function load(
  base: string,
  connections: number,
  seconds: number,
  turn: (connection: number, number: number) => object,
): Promise<Load> {
  const url = new URL('/api/messages', base);
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let number = 0; number === 0 || performance.now() < end; number++) {
        const body = JSON.stringify(turn(connection, number));
        const start = performance.now();
        await post(url, agent, body);
        times.push(performance.now() - start);
      }
    }),
  );
  const took = (performance.now() - begun) / 1_000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { turnsPerSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}
