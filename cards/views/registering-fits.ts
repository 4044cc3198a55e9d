import { servicesOf } from '../../src/core/services.ts';
import type { Choice } from '../view.ts';
import { capitalised } from './advice.ts';
import type { Fit } from './fit.ts';
import { toolLinkHint } from './tool-links.ts';

/** Fits of the inputs that say what was done for the company. */

/** Every service of the viewer's level and of the municipality's own, what triage proposed first. */
export const services: Fit = (input, kase, { organisation, ownServices = [] }) => {
  if (input.kind !== 'choice') return input;
  const given = kase.retracted?.again?.services?.map(({ service }) => service) ?? [];
  const { services: proposed, programmes } = kase.decision;
  const level = [...servicesOf(organisation ?? kase.owner), ...ownServices];
  const likely = [
    ...proposed,
    ...programmes.flatMap(({ name, eligible }) => (eligible === false ? [] : [name])),
  ];
  const names = [...new Set([...likely.filter((name) => level.includes(name)), ...level, ...given])];
  const choices = names.map((value) => ({ value, title: capitalised(value) }));
  return { ...input, value: input.id === 'services' ? given : [], choices };
};

/** Every actor, those that the decision recommends first. */
export const recommended: Fit = (input, { decision, retracted }) => {
  if (input.kind !== 'choice') return input;
  const likely = decision.referrals.map(({ actor }): string => actor);
  const isLikely = ({ value }: Choice) => likely.includes(value);
  const again = retracted?.again?.referrals?.flatMap(({ to }) => to ?? []) ?? [];
  return {
    ...input,
    value: input.multiple ? again : [],
    choices: [...input.choices.filter(isLikely), ...input.choices.filter((one) => !isLikely(one))],
  };
};

/** Every tool, those that the decision recommends first, with where these are found. */
export const tools: Fit = (input, { decision, retracted }, { toolLinks = {} }, language) => {
  if (input.kind !== 'choice') return input;
  const likely = decision.selfHelp.map(({ tool }): string => tool);
  const isLikely = ({ value }: Choice) => likely.includes(value);
  const again = retracted?.again?.selfHelp?.flatMap(({ tool }) => tool ?? []) ?? [];
  const hint = toolLinkHint(
    decision.selfHelp.map(({ tool }) => tool),
    toolLinks,
    language,
  );
  return {
    ...input,
    ...(hint !== '' && { hint }),
    value: input.id === 'selfHelp' ? again : [],
    choices: [...input.choices.filter(isLikely), ...input.choices.filter((one) => !isLikely(one))],
  };
};

/** Keeps the input only where the municipality asks for Væksthjulet before the Erhvervshus comes in. */
export const growthWheel: Fit = (input, _kase, { toHouse }) => (toHouse?.asksTool ? input : null);

/** The same of the tools that the company has used. */
export const usedBefore: Fit = (input, kase, viewer, language) => {
  const asked = growthWheel(input, kase, viewer, language);
  return asked && tools(asked, kase, viewer, language);
};
