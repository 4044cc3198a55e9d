import { strToU8, zipSync } from 'fflate';
import { BadInput, type CliCommand } from './command.ts';
import { addressFrom, manifestFile, withAddress } from './manifest.ts';

/** The placeholder for the app id in the repository's manifest. */
const NO_APP = '00000000-0000-0000-0000-000000000000';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** `indgang manifest teams`: the Teams app package, a zip of manifest, translation and icons. */
export const command: CliCommand = {
  usage: 'indgang manifest teams --app-id ID --url https://… [--out FILE]',
  help: `Writes the app package for the bot with that Microsoft app id and the service at that address to FILE
(indgang-teams.zip). Upload it in the Teams admin center under “Manage apps”, or in Teams under “Upload a custom app”.`,
  options: { 'app-id': { type: 'string' }, url: { type: 'string' }, out: { type: 'string' } },
  positionals: 0,
  async run(args, world) {
    const { 'app-id': appId, out = 'indgang-teams.zip' } = args.values;
    if (typeof appId !== 'string')
      throw new BadInput('--app-id is missing: the id of the Microsoft Entra app');
    if (!GUID.test(appId)) {
      throw new BadInput(`--app-id ${appId}: must be an id such as 01234567-89ab-cdef-0123-456789abcdef`);
    }
    const address = addressFrom(args);
    const text = withAddress(manifestFile('teams', 'manifest.json').toString('utf8'), address);
    const file = String(out);
    await world.write(
      file,
      zipSync({
        'manifest.json': strToU8(text.replaceAll(NO_APP, appId.toLowerCase())),
        'en.json': manifestFile('teams', 'en.json'),
        'color.png': manifestFile('teams', 'color.png'),
        'outline.png': manifestFile('teams', 'outline.png'),
      }),
    );
    world.out(args.values.json === true ? JSON.stringify({ file }) : `Wrote ${file}`);
    return 0;
  },
};
