import { z } from 'zod';
import { isCvrNumber } from '../core/cvr-number.ts';
import { parseOrganisation } from '../core/organisation.ts';
import { type Person, TRAININGS } from '../core/person.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import { LANGUAGES, ROLES } from '../core/vocabulary.ts';

const organisation = z.string().transform((value, context) => {
  const found = parseOrganisation(value);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: 'must be an existing organisation: les-<municipality code> or ehm-<name>',
  });
  return z.NEVER;
});

const directoryFile = z.strictObject({
  people: z.array(
    z.strictObject({
      id: z.string().min(1).max(100),
      name: z.string().min(1).max(200),
      language: z.enum(LANGUAGES).optional(),
      identities: z.array(
        z
          .string()
          .regex(/^(teams|slack):[^:]+:.+$/, 'must be teams:<tenant>:<object id> or slack:<team>:<user>'),
      ),
      companies: z.array(z.string().refine(isCvrNumber, 'must be a CVR number')).optional(),
      training: z.array(z.enum(TRAININGS)).optional(),
      memberships: z.array(z.strictObject({ organisation, roles: z.array(z.enum(ROLES)).min(1) })).min(1),
    }),
  ),
});

/**
 * Reads the organisation directory: who belongs where and in which roles. Refuses with `bad-directory` and a `problem`
 * that names the place and what would be right.
 */
export function parseDirectory(content: string): Result<readonly Person[], 'bad-directory'> {
  let json: unknown;
  try {
    json = JSON.parse(content.replace(/^\ufeff/, ''));
  } catch {
    return refuse('bad-directory', { problem: 'is not JSON' });
  }
  const parsed = directoryFile.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse('bad-directory', {
      problem: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'is not valid'}`,
    });
  }
  const ids = parsed.data.people.map(({ id }) => id);
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  const identities = parsed.data.people.flatMap((person) => person.identities);
  const shared = identities.find((one, place) => identities.indexOf(one) !== place);
  if (shared !== undefined)
    return refuse('bad-directory', { problem: `people: the identity ${shared} stands there twice` });
  for (const { id, memberships } of parsed.data.people) {
    const organisations = memberships.map((membership) => membership.organisation);
    const double = organisations.find((one, place) => organisations.indexOf(one) !== place);
    if (double !== undefined)
      return refuse('bad-directory', {
        problem: `people: ${id} is in ${double} twice; give all roles in one`,
      });
  }
  if (twice !== undefined) return refuse('bad-directory', { problem: `people: ${twice} stands there twice` });
  return ok(parsed.data.people);
}
