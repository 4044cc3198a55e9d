import { describe, expect, it } from 'vitest';
import type { CompanyRegister, RegisterAnswer } from '../../src/app/ports/company-register.ts';
import { rememberAnswers } from '../../src/registry/remember-answers.ts';
import { simulatedClock } from '../support/clock.ts';

function setUp(limit = 2) {
  const asked: string[] = [];
  let answer: RegisterAnswer<never> = { state: 'not-found' };
  let day = '2026-11-20';
  const register: CompanyRegister = {
    async findByCvr(cvr) {
      asked.push(cvr);
      return answer;
    },
    async searchByName(name, wanted) {
      asked.push(`${name}/${wanted}`);
      return answer;
    },
  };
  const clock = simulatedClock('2026-11-20T00:00:00Z');
  return {
    asked,
    remembering: rememberAnswers(register, { limit, seconds: 60 }, clock, () => day),
    itIs: (date: string) => {
      day = date;
    },
    pass: (more: number) => {
      clock.pass(more * 1_000);
    },
    answerWith: (next: RegisterAnswer<never>) => {
      answer = next;
    },
  };
}

describe('remembered answers of the register', () => {
  it('are given again without asking, until they are too old', async () => {
    const { asked, remembering, pass } = setUp();
    await remembering.findByCvr('1');
    pass(59);
    await remembering.findByCvr('1');
    expect(asked).toEqual(['1']);
    pass(2);
    await remembering.findByCvr('1');
    expect(asked).toEqual(['1', '1']);
  });

  it('never include that the register was down', async () => {
    const { asked, remembering, answerWith } = setUp();
    answerWith({ state: 'unavailable', code: 'down' });
    await remembering.findByCvr('1');
    answerWith({ state: 'not-found' });
    expect(await remembering.findByCvr('1')).toEqual({ state: 'not-found' });
    expect(asked).toEqual(['1', '1']);
  });

  it('make room by forgetting what was used longest ago', async () => {
    const { asked, remembering } = setUp();
    for (const cvr of ['1', '2', '1', '3', '1', '2']) await remembering.findByCvr(cvr);
    expect(asked).toEqual(['1', '2', '3', '2']);
  });

  it('serve questions asked at the same moment with one look-up', async () => {
    const { asked, remembering } = setUp();
    await Promise.all([remembering.searchByName('Hansen', 3), remembering.searchByName(' hansen', 3)]);
    await remembering.searchByName('Hansen', 5);
    expect(asked).toEqual(['hansen/3', 'hansen/5']);
  });

  it('asks again on another day, as of which the register may say something else', async () => {
    const { asked, remembering, itIs } = setUp();
    await remembering.findByCvr('25313763');
    await remembering.searchByName('Hansen', 5);
    itIs('2026-11-21');
    await remembering.findByCvr('25313763');
    await remembering.searchByName('Hansen', 5);
    expect(asked).toEqual(['25313763', 'hansen/5', '25313763', 'hansen/5']);
  });
});
