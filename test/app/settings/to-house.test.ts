import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmActions } from '../../../cards/views/decision-actions.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { Person } from '../../../src/core/person.ts';
import { DEMO_PEOPLE } from '../../../src/demo/demo-directory.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** What a municipality has agreed about handovers to its Erhvervshus: `handoverForm`, `toolRequired`, `selfHelpNudge`. */

const ANNA = 'anna-holm';
/** The other coordinator of Anna's office. */
const BERIT: Person = {
  id: 'berit',
  name: 'Berit Dam',
  language: 'da',
  identities: ['teams:test:berit'],
  memberships: [{ organisation: 'les-791', roles: ['coordinator'] }],
};
const EXPORT = { cvr: '25313763', areas: 'internationalisation', stage: 'established' };

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps', people: [...DEMO_PEOPLE, BERIT] });
});
afterEach(() => world.close());

const says = (line: string) => world.says(ANNA, readCommand(line));
const submit = async (input: Readonly<Record<string, string>> = EXPORT) => {
  await says('ny');
  const { answers } = await world.do(ANNA, {
    name: 'intake',
    verb: 'intake.submit',
    draftId: null,
    revision: null,
    input,
  });
  return decisionIn(answers);
};
const decisionIn = (answers: readonly Answer[]) => {
  const found = answers.find((one) => one.kind === 'decision');
  if (found?.kind !== 'decision') throw new Error(`No decision: ${answers.map(({ kind }) => kind).join()}`);
  return found;
};
const confirm = (input: Readonly<Record<string, string>> = { consent: 'consent' }) =>
  world.intake(ANNA, 'intake.confirm', input);
/** A typed line on the one case, whose number here is no number that people type. */
const onCase = async (line: string) => {
  const command = readCommand(line.replace('ID', 'K3F9-QTX2'));
  if (command.name !== 'case-action') throw new Error(`${line} is ${command.name}`);
  return world.says(ANNA, { ...command, caseId: (await only()).id });
};
const only = async () => {
  const [kase, ...others] = await world.cases();
  if (!kase || others.length > 0) throw new Error('There is not one case');
  return kase;
};

describe('handoverForm', () => {
  it('sends the case where nothing is agreed, and offers a joint course second', async () => {
    expect(await submit()).toMatchObject({ form: 'takeover' });
    expect(await confirm()).toEqual(['case offered case-sent']);
    expect(await only()).toMatchObject({ owner: 'les-791', status: 'offered', joint: [] });
  });

  it('begins a joint course where that is agreed: the office keeps the case, and the house takes part', async () => {
    await says('indstil overdragelse fælles forløb');
    expect(await submit()).toMatchObject({ form: 'joint' });
    expect(await confirm()).toEqual(['case open case-joint']);
    const kase = await only();
    expect(kase).toMatchObject({ owner: 'les-791', joint: ['ehm-midtjylland'], handovers: [] });
    expect(kase.values).not.toHaveProperty('handover');
    const history = await world.unitOfWork.read((stores) => stores.history.of(kase.id));
    expect(history).toMatchObject([
      { event: 'opened', details: { receiver: 'les-791', joint: 'ehm-midtjylland' } },
    ]);
    expect(await world.says('dan-ravn', { name: 'case', caseId: kase.id })).toEqual(['case open -']);
  });

  it.each(['ret overdragelse send sagen', 'correct handover form takeover'])(
    'leaves the other form to whoever sends it: %s',
    async (line) => {
      await says('indstil overdragelse fælles forløb');
      await submit();
      await says(line);
      expect(await confirm()).toEqual(['case offered case-sent']);
    },
  );

  it('takes a joint course that was typed, though handing over is agreed', async () => {
    await submit();
    await says('ret overdragelse: fælles forløb');
    expect(await confirm()).toEqual(['case open case-joint']);
  });

  it('hands a company in crisis over all the same', async () => {
    await says('indstil overdragelse fælles forløb');
    expect(await submit({ ...EXPORT, crisis: 'true' })).toMatchObject({ form: 'takeover' });
    expect(await confirm({})).toEqual(['case offered case-sent']);
  });

  it('keeps a case whose company declined, and invites nobody', async () => {
    await says('indstil overdragelse fælles forløb');
    await submit();
    expect(await confirm({ consent: 'declined' })).toEqual(['case open case-kept']);
    expect(await only()).toMatchObject({ joint: [] });
  });

  it('is the order of the buttons on a case of the office', async () => {
    const places = async () => {
      const kase = await only();
      const { answers } = await world.do(ANNA, { name: 'case', caseId: kase.id });
      const [answer] = answers;
      return answer?.kind === 'case' ? answer.viewer.toHouse?.form : undefined;
    };
    await submit({ cvr: '25313763', areas: 'authority-permits' });
    await confirm({});
    expect(await places()).toBe('takeover');
    await says('indstil overdragelse fælles forløb');
    expect(await places()).toBe('joint');
  });
});

describe('a button that was drawn before something changed', () => {
  const FORMS = { takeover: 'send sagen', joint: 'fælles forløb' } as const;
  const agree = (form: keyof typeof FORMS) =>
    world.says('berit', readCommand(`indstil overdragelse ${FORMS[form]}`));
  const submitAnew = async (input: Readonly<Record<string, string>> = EXPORT) => {
    await says('annuller');
    return submit(input);
  };
  type Shown = Parameters<typeof confirmActions>[0];
  /** The button of a basis; null: the one that asks for none. */
  const buttonOf = (shown: Shown, kind: string | null) => {
    const found = confirmActions(shown, 'da').find(
      ({ command }) => command.name === 'intake' && (command.input.consent ?? null) === kind,
    );
    if (found?.command.name !== 'intake') throw new Error(`No button for ${kind}`);
    return { title: found.title, command: found.command };
  };
  const click = async (shown: Shown, kind: string | null = 'consent', without: readonly string[] = []) => {
    const { command } = buttonOf(shown, kind);
    const input = Object.fromEntries(Object.entries(command.input).filter(([key]) => !without.includes(key)));
    return (await world.do(ANNA, { ...command, input })).answers;
  };
  const opened = async () =>
    (await world.cases()).map(({ joint }) => (joint.length > 0 ? 'joint' : 'takeover'));
  const BOTH = [
    ['takeover', 'joint'],
    ['joint', 'takeover'],
  ] as const;

  it.each(BOTH)(
    'as %s is shown again where %s is agreed by now, and does then what it says',
    async (was, is) => {
      await agree(was);
      const old = await submit();
      await agree(is);
      const again = decisionIn(await click(old));
      expect(again.problems).toMatchObject([{ refusal: { code: 'decision-changed' } }]);
      expect(again.form).toBe(is);
      expect(await world.cases()).toEqual([]);
      await click(again, null);
      expect(await opened()).toEqual([is]);
    },
  );

  it.each(BOTH)(
    'as %s on the card of a case that stays here, too, and does what it says',
    async (was, is) => {
      const words = { takeover: 'Send med samtykke', joint: 'Fælles forløb med samtykke' };
      await agree(was);
      const kept = await submit({ ...EXPORT, consent: 'declined' });
      expect(buttonOf(kept, 'consent').title).toBe(buttonOf({ ...kept, form: was }, 'consent').title);
      expect(buttonOf(kept, 'consent').title === words.takeover).toBe(was === 'takeover');
      await agree(is);
      expect(decisionIn(await click(kept)).form).toBe(is);
      expect(await world.cases()).toEqual([]);
      await agree(was);
      await click(await submitAnew({ ...EXPORT, consent: 'declined' }));
      expect(await opened()).toEqual([was]);
    },
  );

  it('of an earlier release, which says nothing, sends the case or is shown again', async () => {
    const old = await submit();
    await agree('joint');
    expect(decisionIn(await click(old, 'consent', ['handover', 'door'])).form).toBe('joint');
    await agree('takeover');
    await click(await submitAnew(), 'consent', ['handover', 'door']);
    expect(await opened()).toEqual(['takeover']);
  });

  it('keeps the form that somebody chose, whatever is agreed', async () => {
    await submit();
    const { answers } = await world.do(ANNA, readCommand('ret overdragelse: fælles forløb'));
    await agree('takeover');
    await click(decisionIn(answers));
    expect(await opened()).toEqual(['joint']);
  });

  it('is shown again where the case would go through another door', async () => {
    const old = await submit();
    await world.says('berit', readCommand('indstil lokale områder eksport og send'));
    const [change] = await world.unitOfWork.read(({ settings }) => settings.all());
    await world.says('dan-ravn', {
      name: 'setting',
      verb: 'setting.accept',
      id: change?.id ?? '',
      input: {},
    });
    await world.says('berit', readCommand('indstillinger'));
    const again = decisionIn(await click(old));
    expect(again.problems).toMatchObject([{ refusal: { code: 'decision-changed' } }]);
    expect(again.decision.owner.organisation).toBe('les-791');
    expect(await world.cases()).toEqual([]);
  });
});

describe('toolRequired', () => {
  it('asks for nothing where it is not agreed', async () => {
    expect(await submit()).toMatchObject({ asksTool: false });
    expect(await confirm()).toEqual(['case offered case-sent']);
  });

  it('asks for Væksthjulet or why not before the case goes to the house, and keeps the reason', async () => {
    await says('indstil væksthjulet ja');
    expect(await submit()).toMatchObject({ asksTool: true });
    expect(await confirm()).toEqual(['decision ehm-midtjylland growth-wheel-needed']);
    expect(await world.cases()).toEqual([]);
    expect(await confirm({ noTool: 'De havde kun ti minutter' })).toEqual(['case offered case-sent']);
    const kase = await only();
    expect(kase.remarks).toMatchObject([{ event: 'tool-left-out', text: 'De havde kun ti minutter' }]);
    expect(kase.values).not.toHaveProperty('noTool');
    const [line] = await world.unitOfWork.read((stores) => stores.history.of(kase.id));
    expect(line).toMatchObject({ details: { noTool: true } });
  });

  it.each(['ret uden væksthjulet: de havde travlt', 'correct without growth wheel they were in a hurry'])(
    'takes a typed reason: %s',
    async (line) => {
      await says('indstil væksthjulet ja');
      await submit();
      await says(line);
      expect(await confirm()).toEqual(['case offered case-sent']);
      expect((await only()).remarks?.[0]?.text).toMatch(/travlt|hurry/);
    },
  );

  it('is content with the tool itself, typed or chosen', async () => {
    await says('indstil væksthjulet ja');
    await submit();
    await says('ret selvhjælp Væksthjulet');
    expect(await confirm()).toEqual(['case offered case-sent']);
    const kase = await only();
    expect(kase.remarks).toBeUndefined();
    expect(kase.selfHelp).toMatchObject([{ tool: 'vaeksthjulet' }]);
  });

  it('holds up neither a crisis, nor a case that stays', async () => {
    await says('indstil væksthjulet ja');
    expect(await submit({ ...EXPORT, crisis: 'true' })).toMatchObject({ asksTool: false });
    expect(await confirm({})).toEqual(['case offered case-sent']);
    await submit({ municipality: '791', companyName: 'Ny ApS', areas: 'authority-permits' });
    expect(await confirm({})).toEqual(['case open case-created']);
  });

  it('asks where a case is sent or the house is invited later, too', async () => {
    await says('indstil væksthjulet ja');
    await submit({ cvr: '25313763', areas: 'authority-permits', consent: 'consent' });
    await confirm({});
    expect(await onCase('send ID Erhvervshus Midtjylland de vil eksportere')).toEqual([
      'case open - growth-wheel-needed',
    ]);
    expect(await onCase('inviter ID Erhvervshus Midtjylland')).toEqual(['case open - growth-wheel-needed']);
    expect(await onCase('send ID LES Skive de flytter dertil')).toEqual(['case offered done']);
    await onCase('træk tilbage ID');
    expect(await onCase('send ID Erhvervshus Midtjylland; uden væksthjul: de kender det')).toEqual([
      'case offered done',
    ]);
    expect((await only()).remarks).toMatchObject([{ event: 'tool-left-out', text: 'de kender det' }]);
    // Said once, it need not be said again.
    await onCase('træk tilbage ID');
    expect(await onCase('send ID Erhvervshus Midtjylland')).toEqual(['case offered done']);
  });

  it('takes the tool with the sending', async () => {
    await says('indstil væksthjulet ja');
    await submit({ cvr: '25313763', areas: 'authority-permits', consent: 'consent' });
    await confirm({});
    expect(await onCase('send ID Erhvervshus Midtjylland; selvhjælp: Væksthjulet')).toEqual([
      'case offered done',
    ]);
    expect((await only()).selfHelp).toMatchObject([{ tool: 'vaeksthjulet', by: { person: ANNA } }]);
  });
});

describe('selfHelpNudge', () => {
  it('shows the tools before the handover, and not where the municipality does not want that', async () => {
    expect((await submit()).decision.selfHelp.map(({ tool }) => tool)).toContain('vaeksthjulet');
    await says('annuller');
    await says('indstil selvhjælp nej');
    expect((await submit()).decision.selfHelp).toEqual([]);
    await confirm();
    // The receiver prepares the meeting by the whole decision.
    expect((await only()).decision.selfHelp.map(({ tool }) => tool)).toContain('vaeksthjulet');
  });
});
