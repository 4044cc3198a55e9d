import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { Case } from '../../../src/core/case/case.ts';
import { act, logCase, noticesIn } from '../../loop/loop-world.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** What a municipality has agreed about people and priorities: `greyZoneContacts`, `houseContact`, `priorities`. */

const ANNA = 'anna-holm';
const CARLA = 'carla-winther';
const DAN = 'dan-ravn';
const FINN = 'finn-dahl';

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({ store: 'maps' });
});
afterEach(() => world.close());

const says = (line: string, person = ANNA) => world.says(person, readCommand(line));
/** The kinds of cards that were posted in a person's own chat. */
const cardsOf = (person: string) =>
  world.standing.flatMap(({ conversation, posted: { answer } }) =>
    conversation === `chat ${person}` && answer.kind === 'case' ? [answer.card] : [],
  );
/** Everybody has a chat with the bot. */
const greet = async () => {
  for (const person of [ANNA, CARLA, DAN, FINN]) await says('hej', person);
};

describe('greyZoneContacts', () => {
  const greyZone = async () => {
    await greet();
    const { id } = await logCase(world, ANNA);
    await world.worker.drain();
    await act(world, DAN, id, 'handover.return', { reasonCode: 'not-our-area', reason: 'Det er jeres' });
    await world.worker.drain();
    return id;
  };
  const settles = async (person: string, id: string) => {
    const { answers } = await act(world, person, id, 'case.settle', { organisation: 'les-791' });
    const [answer] = answers;
    return answer?.kind === 'case' && answer.problems.length === 0 && !answer.case.greyZone;
  };

  it('leaves it to the coordinators where nobody is named', async () => {
    const id = await greyZone();
    expect(cardsOf(DAN)).toContain('grey-zone');
    expect(cardsOf(CARLA)).not.toContain('grey-zone');
    expect(await settles(FINN, id)).toBe(false);
    expect(await settles(CARLA, id)).toBe(false);
    expect(await settles(DAN, id)).toBe(true);
  });

  it.each([FINN, CARLA])('gives the card to those named, who settle: %s', async (person) => {
    await says('indstil gråzonekontakter Finn Dahl, Carla Winther');
    const id = await greyZone();
    expect(cardsOf(CARLA)).toContain('grey-zone');
    expect(cardsOf(FINN)).toContain('grey-zone');
    expect(cardsOf(DAN)).not.toContain('grey-zone');
    expect(await settles(person, id)).toBe(true);
  });

  it('leaves a side of which nobody is named to its coordinators', async () => {
    await says('indstil gråzonekontakter Finn Dahl');
    await greyZone();
    expect(cardsOf(FINN)).toContain('grey-zone');
    expect(cardsOf(DAN)).toContain('grey-zone');
  });

  it('leaves it to the coordinators where those named have left', async () => {
    await says('indstil gråzonekontakter Carla Winther');
    await greet();
    await world.unitOfWork.run((stores) => stores.people.remove(CARLA));
    const { id } = await logCase(world, ANNA);
    await act(world, DAN, id, 'handover.return', { reasonCode: 'not-our-area', reason: 'Det er jeres' });
    await world.worker.drain();
    expect(cardsOf(DAN)).toContain('grey-zone');
  });

  it('refuses a name that is nobody’s of the two sides, and several people’s', async () => {
    expect(await says('indstil gråzonekontakter Bo Krogh')).toEqual([
      'setting greyZoneContacts [] unknown-setting-person',
    ]);
    expect(await says('indstil gråzonekontakter Finn Dahl, Ingen Kender')).toEqual([
      'setting greyZoneContacts [] unknown-setting-person',
    ]);
    expect(await says('indstil gråzonekontakter Finn Dahl')).toEqual([
      'setting greyZoneContacts [{"person":"finn-dahl","name":"Finn Dahl"}] set',
    ]);
    expect(await says('indstil gråzonekontakter ingen')).toEqual(['setting greyZoneContacts [] set']);
  });
});

describe('houseContact', () => {
  const asked = async () => {
    await greet();
    // The house sends a case to the office, which asks.
    const kase = await logCase(world, DAN, { areas: 'authority-permits' });
    expect(kase.handovers[0]?.to).toBe('les-791');
    await act(world, FINN, kase.id, 'handover.ask', { text: 'Hvilken grund er det?' });
    await world.worker.drain();
    return [CARLA, DAN].filter((person) => noticesIn(world, `chat ${person}`).includes('question-asked'));
  };

  it('is asked first, and otherwise the sender is', async () => {
    expect(await asked()).toEqual([DAN]);
  });

  it('is asked first where one is named', async () => {
    await says('indstil kontakt Carla Winther');
    expect(await asked()).toEqual([CARLA]);
  });

  it('is a person of the house, and nobody again', async () => {
    expect(await says('indstil kontakt Finn Dahl')).toEqual([
      'setting houseContact null unknown-setting-person',
    ]);
    expect(await says('indstil kontakt Dan')).toEqual([
      'setting houseContact {"person":"dan-ravn","name":"Dan Ravn"} set',
    ]);
    expect(await says('indstil kontakt ingen')).toEqual(['setting houseContact null set']);
  });

  it('is not the office’s to ask where the office sent the case itself', async () => {
    await says('indstil kontakt Carla Winther');
    await greet();
    const { id } = await logCase(world, ANNA);
    await act(world, DAN, id, 'handover.ask', { text: 'Hvilket marked?' });
    await world.worker.drain();
    expect(noticesIn(world, `chat ${CARLA}`)).toEqual([]);
    expect(noticesIn(world, `chat ${ANNA}`)).toContain('question-asked');
  });
});

describe('what cards tell of the municipality', () => {
  const drawn = (answer: Answer) => JSON.stringify(viewOf(answer, 'da'));
  const shownTo = async (person: string, { id }: Case) => {
    const { answers } = await world.do(person, { name: 'case', caseId: id });
    return answers.map(drawn).join('\n');
  };
  const decision = async () => {
    await says('ny');
    const input = { cvr: '25313763', areas: 'internationalisation' };
    const { answers } = await world.do(ANNA, {
      name: 'intake',
      verb: 'intake.submit',
      draftId: null,
      revision: null,
      input,
    });
    return answers.map(drawn).join('\n');
  };

  it('is nothing where nothing is agreed', async () => {
    const kase = await logCase(world, ANNA);
    for (const card of [await shownTo(ANNA, kase), await shownTo(DAN, kase), await decision()]) {
      expect(card).not.toContain('Lokale prioriteter');
      expect(card).not.toContain('Kontakt i Erhvervshuset');
    }
  });

  it('is the contact for the office, and the priorities for both sides', async () => {
    await says('indstil kontakt Carla Winther');
    await says('indstil prioriteter Grøn omstilling, også i landbruget; Turisme');
    const kase = await logCase(world, ANNA);
    const own = await shownTo(ANNA, kase);
    expect(own).toContain('Carla Winther');
    expect(own).toContain('Grøn omstilling, også i landbruget · Turisme');
    const theirs = await shownTo(DAN, kase);
    expect(theirs).toContain('Grøn omstilling, også i landbruget · Turisme');
    expect(theirs).not.toContain('Kontakt i Erhvervshuset');
    const before = await decision();
    expect(before).toContain('Carla Winther');
    expect(before).toContain('Turisme');
  });

  it('is nothing of another municipality', async () => {
    await says('indstil prioriteter Turisme');
    const kase = await logCase(world, 'bo-krogh', { municipality: '751' });
    expect(await shownTo('bo-krogh', kase)).not.toContain('Turisme');
    expect(await shownTo(DAN, kase)).not.toContain('Turisme');
  });
});
