import { type OrganisationId, parseOrganisation } from '../core/organisation.ts';
import { type Arguments, BadInput } from './command.ts';

const MOST_NAME = 60;

/** The values of an option with commas between them; at least one. Throws `BadInput`. */
export function listOf({ values }: Arguments, option: string): readonly string[] {
  const given = values[option];
  const list = typeof given === 'string' ? given.split(',').flatMap((one) => one.trim() || []) : [];
  if (list.length === 0) throw new BadInput(`--${option}: is needed`);
  return [...new Set(list)];
}

/** The organisations of `--organisation`. Throws `BadInput`. */
export function organisationsOf(args: Arguments): readonly OrganisationId[] {
  return listOf(args, 'organisation').map((typed) => {
    const organisation = parseOrganisation(typed);
    if (!organisation) throw new BadInput(`--organisation ${typed}: there is no such organisation`);
    return organisation;
  });
}

/** The name of `--name`; `use` says where it is seen. Throws `BadInput`. */
export function nameOf({ values: { name } }: Arguments, use: string): string {
  const typed = typeof name === 'string' ? name.trim() : '';
  if (typed === '') throw new BadInput(`--name: is needed; ${use}`);
  if (typed.length > MOST_NAME) throw new BadInput(`--name: at most ${MOST_NAME} characters`);
  return typed;
}
