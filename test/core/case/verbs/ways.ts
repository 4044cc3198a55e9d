import type { Case } from '../../../../src/core/case/case.ts';
import type { CaseVerb } from '../../../../src/core/case/verbs/index.ts';
import type { Actor } from '../../../../src/core/person.ts';
import type { RawInput } from '../../../../src/core/raw-input.ts';
import { anna, bo, carla, caseAfter, dan, eva, NOW, opened, outcome } from '../case-world.ts';

/** Every way that a verb can go, with every input that it takes. */

const because = { reasonCode: 'not-our-area', reason: 'Det er ikke os' };
const offered = opened().case;
const asked = caseAfter(offered, ['handover.ask', carla, { text: 'Hvornår?' }]);
const returned = caseAfter(offered, ['handover.return', carla, because]);
const accepted = caseAfter(offered, ['handover.accept', carla]);
export const answered = caseAfter(accepted, ['case.contacted', carla]);
const closed = caseAfter(answered, ['case.close', carla, outcome]);
const stopped = caseAfter(offered, ['case.withdraw-basis', anna]);
const own = caseAfter(opened({ override: { organisation: 'les-791', reason: 'x' } }).case, [
  'case.contacted',
  anna,
]);
/** The phone line took a call with a new need. */
const taken = caseAfter(answered, ['case.add-contact', eva, { text: 'Igen', newNeed: 'true' }]);
const unknown: Case = { ...answered, values: { ...answered.values, cvr: undefined } };

const referred = caseAfter(answered, [
  'case.refer',
  carla,
  { to: 'private-adviser', name: 'Revisor Bo', why: 'Regnskabet' },
]);
const withTask: Case = {
  ...accepted,
  tasks: [{ organisation: 'les-751', when: 'now', areas: [], dueAt: NOW, state: 'open' }],
};

/** What closing takes besides the shared outcome. */
const { selfHelpUsed: _used, ...named } = outcome;
const OF_CLOSING: RawInput = {
  ...named,
  on: '2026-01-12',
  hours: '2.25',
  meeting: 'digital',
  form: 'collective',
  tools: 'lean-startup',
  programme: 'Dalgas',
  applicationHelp: 'private-adviser',
  selfHelp: 'vaeksthjulet',
  focus: 'salg',
  actionPlanOn: '2026-01-11',
  followUpBy: 'ehm-midtjylland',
  enrolled: 'false',
  enrolledOn: '2026-01-10',
};

/** A later case of the same office and company, to merge with. */
export const twin: Case = { ...own, id: 'TWIN-CASE', createdAt: '2026-01-14T09:00:00.000Z' };

export const WAYS: Readonly<Record<CaseVerb, readonly (readonly [Case, Actor, RawInput])[]>> = {
  'handover.accept': [[offered, carla, {}]],
  'handover.return': [
    [offered, carla, { reasonCode: 'no-capacity', reason: 'Vi er få lige nu' }],
    [offered, carla, { reasonCode: 'missing-information', reason: 'Hvor mange ansatte?' }],
  ],
  'handover.ask': [[offered, carla, { text: 'Hvor mange?' }]],
  'handover.answer': [[asked, anna, { text: 'I morgen' }]],
  'handover.forward': [[offered, carla, { organisation: 'les-751', reason: 'De bor der' }]],
  'handover.advise': [[offered, carla, { text: 'Prøv banken' }]],
  'handover.withdraw': [[offered, anna, {}]],
  'handover.offer': [
    [stopped, anna, { organisation: 'les-751', reason: 'Tæt på', consent: 'public-task' }],
    [answered, carla, { organisation: 'les-751', reason: 'Tæt på' }],
    [stopped, anna, { organisation: 'les-751', consent: 'public-task', selfHelp: 'vaeksthjulet' }],
    [stopped, anna, { organisation: 'les-751', consent: 'public-task', noTool: 'De har prøvet det' }],
  ],
  'case.contacted': [
    [accepted, carla, { note: 'Ringede kl. 9' }],
    [offered, anna, { note: 'Ringede kl. 9', how: 'meeting' }],
  ],
  'case.answered-here': [[taken, eva, { note: 'De skal bruge blanketten' }]],
  'case.undo': [
    [answered, carla, {}],
    [closed, dan, {}],
  ],
  'case.assign': [[accepted, carla, { person: 'dan' }]],
  'case.call-off': [
    [caseAfter(accepted, ['case.call-back', carla, { time: '+60', reason: 'x' }]), carla, {}],
  ],
  'case.call-back': [[accepted, carla, { day: '2026-01-14', time: '10:00', reason: 'De er til møde' }]],
  'case.close': [
    [answered, carla, { ...OF_CLOSING, note: 'Gik godt', pNumber: '1003407806' }],
    [
      answered,
      carla,
      {
        noService: 'withdrew',
        noServiceWhy: 'De fandt selv ud af det',
        noActionPlan: 'Kun et møde',
        noFollowUp: 'De ringer',
      },
    ],
    [unknown, carla, { ...outcome, note: 'Gik godt', cvr: '25313763' }],
    // Nobody follows up but the office itself: the day stays with the outcome.
    [own, anna, { ...outcome, note: 'Gik godt', pNumber: '1003407806' }],
  ],
  'case.service': [
    [
      answered,
      carla,
      {
        services: 'Finansieringstjek,camps',
        on: '2026-01-12',
        hours: '2.5',
        meeting: 'at-company',
        form: 'individual',
        tools: 'vaeksthjulet',
        programme: 'Vækstsparring',
        applicationHelp: 'ehm',
      },
    ],
  ],
  'case.refer': [
    [
      answered,
      carla,
      { to: 'private-adviser', name: 'Revisor Bo', why: 'Regnskabet', on: '2026-01-12', uptake: 'expects' },
    ],
    [referred, carla, { to: 'private-adviser', uptake: 'used' }],
  ],
  'case.self-help': [
    [answered, carla, { tools: 'vaeksthjulet,klimakompasset', on: '2026-01-12', focus: 'salg,ledelse' }],
  ],
  'case.wait': [[answered, carla, { note: 'De ringer selv' }]],
  'case.continue': [[caseAfter(answered, ['case.wait', carla]), carla, {}]],
  'case.reopen': [[closed, carla, { reason: 'De kom igen' }]],
  'case.withdraw': [
    [offered, anna, { reason: 'De vil hellere selv' }],
    [answered, carla, { reason: 'De vil hellere selv' }],
  ],
  'case.mark-error': [[closed, anna, { reason: 'Det var en prøve' }]],
  'case.invite': [
    [accepted, carla, { organisation: 'les-751', reason: 'De kender dem', selfHelp: 'vaeksthjulet' }],
    [accepted, carla, { organisation: 'les-751', noTool: 'De har prøvet det' }],
  ],
  'case.leave': [[caseAfter(accepted, ['case.invite', carla, { organisation: 'les-791' }]), anna, {}]],
  'case.settle': [
    [returned, dan, { organisation: 'ehm-midtjylland', reason: 'Vi kan det', joint: 'true' }],
    [returned, anna, { organisation: 'les-791', reason: 'Vi beholder den', joint: 'true' }],
  ],
  'case.basis': [[stopped, anna, { kind: 'public-task', scope: 'all-public-business-service' }]],
  'case.withdraw-basis': [[offered, anna, {}]],
  'case.add-contact': [
    [answered, carla, { text: 'Igen', newNeed: 'true' }],
    [
      answered,
      carla,
      {
        text: 'Ny maskine',
        areas: 'financing,automation',
        person: 'Bo 40411234',
        tools: 'vaeksthjulet',
      },
    ],
  ],
  'case.merge': [[own, anna, { other: twin.id, confirm: 'true' }]],
  'case.attempt': [[offered, carla, { note: 'Telefonsvarer' }]],
  'case.correct': [
    [
      answered,
      carla,
      {
        companyName: 'Hansen El',
        pNumber: '1003407806',
        contactName: 'Bo Berg',
        contactPhone: '40411234',
        contactEmail: 'bo@example.com',
        stage: 'entrepreneur',
        maturity: 'mature',
        founded: '2025-04',
        segment: 'growth',
        needs: 'financing,csr',
        addNeeds: 'automation',
      },
    ],
    [answered, carla, { cvr: '10150817', municipality: '661', removeNeeds: 'internationalisation' }],
  ],
  'case.ask-feedback': [[accepted, anna, {}]],
  'task.start': [[withTask, bo, {}]],
  'task.dismiss': [[withTask, bo, { reason: 'De kender os' }]],
  'followup.done': [[closed, anna, { result: 'new-need', note: 'De vil til Norge' }]],
  'followup.accept': [[closed, anna, {}]],
  'followup.decline': [[closed, anna, { reason: 'Det gør I selv' }]],
};
