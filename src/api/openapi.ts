import { z } from 'zod';
import { crmRecordSchema, organisation } from '../app/crm-record-schema.ts';
import { LANGUAGES } from '../core/vocabulary.ts';
import { webhookBody } from '../core/webhook.ts';
import { enquiryAnswer } from './enquiry-answer.ts';
import { enquiryBody } from './enquiry-body.ts';
import { OPERATIONS, type OperationId } from './operations.ts';
import { fieldError, PROBLEMS, type ProblemCode, problemBody } from './problem.ts';

/** The version of the API. A field or code that is added raises the second number, one that changes or goes the first. */
const API_VERSION = '1.0.0';

/** The version of OpenAPI. */
const OPENAPI = '3.1.1';

interface Json {
  readonly [key: string]: unknown;
}

const addressOf = (id: string) => `#/components/schemas/${id}`;
const ref = (id: string): Json => ({ $ref: addressOf(id) });

/** The schemas that the API itself checks and answers with, by name: as they are sent, or as they are answered. */
function schemasOf(io: 'input' | 'output', named: Readonly<Record<string, z.ZodType>>): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io, uri: addressOf });
  // Each is a part of the document, and none a document of its own.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id, $schema, id: _, ...schema }]) => [id, schema]),
  );
}

const description = z.looseObject({ openapi: z.literal(OPENAPI) });

/** The request of an operation, and its answer where all is well. */
interface Exchange {
  readonly parameters: readonly Json[];
  readonly sent: string | null;
  readonly status: 200 | 201;
  readonly said: string;
  readonly answered: string;
  readonly headers: Json;
}

const text = (about: string): Json => ({ description: about, schema: { type: 'string' } });

const LANGUAGE: Json = {
  name: 'Accept-Language',
  in: 'header',
  description: 'The language of what people read; left out: Danish',
  schema: { type: 'string', examples: LANGUAGES },
};

const EXCHANGES: Readonly<Record<OperationId, Exchange>> = {
  postEnquiry: {
    parameters: [
      {
        name: 'Idempotency-Key',
        in: 'header',
        required: true,
        description: 'The same for the same enquiry, however often it is sent; another for each other one',
        schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
      },
      LANGUAGE,
    ],
    sent: 'Enquiry',
    status: 201,
    said: 'The enquiry is stored',
    answered: 'EnquiryAnswer',
    headers: {
      location: text('The address of the case’s record'),
      'idempotency-replayed': text('`true` where the enquiry was stored before'),
    },
  },
  getCase: {
    parameters: [
      {
        name: 'id',
        in: 'path',
        required: true,
        description: 'The case number, such as `K3F9-QTX2`',
        schema: { type: 'string' },
      },
      LANGUAGE,
    ],
    sent: null,
    status: 200,
    said: 'The record',
    answered: 'CaseRecord',
    headers: {},
  },
  getDescription: {
    parameters: [],
    sent: null,
    status: 200,
    said: 'This description',
    answered: 'Description',
    headers: {},
  },
};

const content = (type: string, schema: Json): Json => ({ [type]: { schema } });

/** The responses of an operation that are problems, by status: each names the codes that it may have. */
function problemsOf(operation: OperationId): Json {
  const codes = (Object.keys(PROBLEMS) as ProblemCode[]).filter((code) =>
    PROBLEMS[code].of.includes(operation),
  );
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, its]) => [
      status,
      {
        description: its.map((code) => `\`${code}\``).join(', '),
        headers: {
          ...([401, 403].includes(status) && { 'www-authenticate': text('What is wrong with the token') }),
          ...(status === 429 && { 'retry-after': text('Seconds to wait') }),
          ...(status === 503 && { 'retry-after': text('Seconds to wait, where they are known') }),
        },
        content: content('application/problem+json', {
          allOf: [ref('Problem'), { properties: { code: { enum: its }, status: { const: status } } }],
        }),
      },
    ]),
  );
}

function operationOf(id: OperationId): Json {
  const { scope, summary, description: about } = OPERATIONS[id];
  const { parameters, sent, status, said, answered, headers } = EXCHANGES[id];
  return {
    operationId: id,
    summary,
    description: about,
    security: scope === null ? [] : [{ token: [scope] }],
    parameters,
    ...(sent !== null && {
      requestBody: { required: true, content: content('application/json', ref(sent)) },
    }),
    responses: {
      [status]: { description: said, headers, content: content('application/json', ref(answered)) },
      ...problemsOf(id),
    },
  };
}

const header = (name: string, about: string): Json => ({
  name,
  in: 'header',
  required: true,
  description: about,
  schema: { type: 'string' },
});

/** What is sent to a webhook, as the specification Standard Webhooks says. */
const WEBHOOK: Json = {
  summary: 'A case has changed',
  description:
    'Signed as Standard Webhooks says. `case.changed`: fetch the record; `case.erased`: fetch it again, and delete what was fetched before; `case.hidden`: delete what was fetched. Any `2xx` within 15 seconds is an answer, `410` ends the webhook, and after anything else the message is sent again with the same `webhook-id`.',
  parameters: [
    header('webhook-id', 'The same however often the message is sent'),
    header('webhook-timestamp', 'Seconds since 1970 of this attempt'),
    header('webhook-signature', '`v1,` and the signature in base64; several with spaces between them'),
  ],
  requestBody: { required: true, content: content('application/json', ref('WebhookMessage')) },
  responses: { '2XX': { description: 'Taken' }, '410': { description: 'The receiver is gone' } },
};

/** The API as OpenAPI 3.1 describes it, made from what it checks and answers with. */
export function describeApi(): Json {
  const paths = Object.entries(OPERATIONS).map(([id, { method, path }]) => [
    path,
    { [method]: operationOf(id as OperationId) },
  ]);
  return {
    openapi: OPENAPI,
    info: {
      title: 'Indgang',
      version: API_VERSION,
      description: 'Opens cases from other systems, and gives the record of a case.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(paths),
    webhooks: { told: { post: WEBHOOK } },
    components: {
      schemas: {
        ...schemasOf('input', { Enquiry: enquiryBody, Organisation: organisation }),
        ...schemasOf('output', {
          EnquiryAnswer: enquiryAnswer,
          CaseRecord: crmRecordSchema,
          Problem: problemBody,
          FieldError: fieldError,
          Organisation: organisation,
          Description: description,
          WebhookMessage: webhookBody,
        }),
      },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token of `indgang token create`, for the scope named at each operation',
        },
      },
    },
  };
}
