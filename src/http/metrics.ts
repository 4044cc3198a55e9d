import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ServiceFigures } from '../app/ports/language-model.ts';

/** The service's own figures. */
export interface Figures {
  readonly waiting: number;
  readonly parked: number;
  /** Cases of which the CRM has the present revision, and those of which it has not. */
  readonly inCrm: Readonly<Record<'current' | 'behind', number>>;
  /** Cases of which what people changed in the CRM could not be read. */
  readonly unreadInCrm: number;
  /** Other systems that are told of cases, by how it goes. */
  readonly webhooks: Readonly<Record<'on' | 'failing' | 'off', number>>;
  /** Cases repaired by reconciliation since the start, by what they lacked. */
  readonly repaired: Readonly<Record<'card' | 'crm' | 'owner', number>>;
  /** Left out where no language-model service is set. */
  readonly languageService?: ServiceFigures;
}

export interface Metrics {
  /** Counts a request by route and status. */
  request(path: string, status: number): void;
  /** Starts timing a message; the returned function stops it. */
  message(): () => void;
  /**
   * All figures in Prometheus' text format, with its content type. Null: the store cannot be read, so its figures are
   * left out.
   */
  text(figures: Figures | null): Promise<{ readonly type: string; readonly body: string }>;
}

/** Makes the Prometheus figures of a service. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'indgang_requests_total',
    help: 'Requests by path and status',
    labelNames: ['path', 'status'],
    registers,
  });
  const seconds = new Histogram({
    name: 'indgang_message_seconds',
    help: 'Seconds that a message took',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const outbox = new Gauge({
    name: 'indgang_outbox_rows',
    help: 'Rows of the outbox: waiting, and not delivered',
    labelNames: ['state'],
    registers,
  });
  const inCrm = new Gauge({
    name: 'indgang_cases_in_crm',
    help: 'Cases by whether the CRM has their present revision',
    labelNames: ['crm'],
    registers,
  });
  const unread = new Gauge({
    name: 'indgang_cases_unread_in_crm',
    help: 'Cases whose row in the CRM could not be read back; they are tried again',
    registers,
  });
  const webhooks = new Gauge({
    name: 'indgang_webhooks',
    help: 'Webhooks: sent to, with a receiver that fails, and switched off because it failed for long',
    labelNames: ['state'],
    registers,
  });
  const repaired = new Gauge({
    name: 'indgang_cases_repaired',
    help: 'Cases that were found without a card, a CRM record or an owner, and repaired, since the start',
    labelNames: ['lacked'],
    registers,
  });
  const tellLanguageService = languageServiceCounters(registers);
  return {
    request: (path, status) => requests.inc({ path, status }),
    message: () => seconds.startTimer(),
    async text(figures) {
      outbox.reset();
      inCrm.reset();
      unread.reset();
      webhooks.reset();
      repaired.reset();
      if (figures) {
        outbox.set({ state: 'waiting' }, figures.waiting);
        outbox.set({ state: 'not-delivered' }, figures.parked);
        for (const [crm, count] of Object.entries(figures.inCrm)) inCrm.set({ crm }, count);
        unread.set(figures.unreadInCrm);
        for (const [state, count] of Object.entries(figures.webhooks)) webhooks.set({ state }, count);
        for (const [lacked, count] of Object.entries(figures.repaired)) repaired.set({ lacked }, count);
        if (figures.languageService) tellLanguageService(figures.languageService);
      }
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };
}

/** The figures of a language-model service, by which the tokens and the cost of one enquiry can be told. */
function languageServiceCounters(registers: Registry[]): (figures: ServiceFigures) => void {
  const texts = new Counter({
    name: 'indgang_language_service_texts_total',
    help: 'Texts for the language-model service, by what came of them',
    labelNames: ['outcome'],
    registers,
  });
  const tokens = new Counter({
    name: 'indgang_language_service_tokens_total',
    help: 'Tokens that the language-model service read and wrote',
    labelNames: ['kind'],
    registers,
  });
  const cost = new Counter({
    name: 'indgang_language_service_cost_total',
    help: 'Cost of the language-model service, in the currency of LLM_PRICE_INPUT and LLM_PRICE_OUTPUT',
    registers,
  });
  return (figures) => {
    for (const counter of [texts, tokens, cost]) counter.reset();
    for (const [outcome, count] of Object.entries(figures.answers)) texts.inc({ outcome }, count);
    for (const [kind, count] of Object.entries(figures.tokens)) tokens.inc({ kind }, count);
    if (figures.cost !== null) cost.inc(figures.cost);
  };
}
