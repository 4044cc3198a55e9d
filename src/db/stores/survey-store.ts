import type { SurveyStore } from '../../app/ports/stores/survey-store.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { SurveyAnswer } from '../../core/surveys/survey.ts';
import { columns, query, type Session } from '../query.ts';
import { readAll } from './read-document.ts';

const ASK_COLUMNS = ['id', 'case_id', 'company', 'organisation', 'asked_on', 'batch', 'at'] as const;
interface AskRow {
  readonly id: string;
  readonly case_id: string;
  readonly company: string | null;
  readonly organisation: string;
  readonly asked_on: string;
  readonly batch: string;
  readonly at: string;
}

const ASKS = query((db) => db.selectFrom('survey_asks').select(ASK_COLUMNS).orderBy('at').orderBy('id'));
const ASK = query((db, p: AskRow) => db.insertInto('survey_asks').values(columns(p, ASK_COLUMNS)));
const ANSWERS = query((db) =>
  db
    .selectFrom('survey_answers')
    .select('document')
    .orderBy('answered_on')
    .orderBy('organisation')
    .orderBy('case_id'),
);
const COUNT_ASKS = query((db) =>
  db.selectFrom('survey_asks').select((eb) => eb.fn.countAll<number | string>().as('count')),
);
const COUNT_ANSWERS = query((db) =>
  db.selectFrom('survey_answers').select((eb) => eb.fn.countAll<number | string>().as('count')),
);
interface AnswerRow {
  readonly organisation: string;
  readonly case_id: string;
  readonly answered_on: string;
  readonly document: string;
  readonly imported_at: string;
}
const PUT = query((db, p: AnswerRow) =>
  db
    .insertInto('survey_answers')
    .values(columns(p, ['organisation', 'case_id', 'answered_on', 'document', 'imported_at']))
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'case_id', 'answered_on']).doUpdateSet((eb) => ({
        document: eb.ref('excluded.document'),
        imported_at: eb.ref('excluded.imported_at'),
      })),
    ),
);

export function surveyStore(session: Session): SurveyStore {
  return {
    asks: async () =>
      (await session.all(ASKS, {})).map(({ id, case_id, company, organisation, asked_on, batch, at }) => ({
        id,
        caseId: case_id,
        company,
        organisation: organisation as OrganisationId,
        askedOn: asked_on,
        batch,
        at,
      })),
    answers: async () => readAll<SurveyAnswer>(await session.all(ANSWERS, {})),
    counts: async () => ({
      asks: Number((await session.first(COUNT_ASKS, {}))?.count ?? 0),
      answers: Number((await session.first(COUNT_ANSWERS, {}))?.count ?? 0),
    }),
    async ask(asks) {
      for (const { caseId, askedOn, ...rest } of asks)
        await session.change(ASK, { ...rest, case_id: caseId, asked_on: askedOn });
    },
    async put(answers, at) {
      for (const answer of answers) {
        const { organisation, caseId, on } = answer;
        const document = JSON.stringify(answer);
        await session.change(PUT, {
          organisation,
          case_id: caseId,
          answered_on: on,
          document,
          imported_at: at,
        });
      }
    },
  };
}
