import type { CliCommand } from './command.ts';
import { addressFrom, manifestFile, withAddress } from './manifest.ts';

/** `indgang manifest slack`: the manifest of a Slack app that calls this service. */
export const command: CliCommand = {
  usage: 'indgang manifest slack --url https://…',
  help: `Prints the app manifest for the service at that address. Paste it at api.slack.com/apps under “Create New App”,
“From a manifest”.`,
  options: { url: { type: 'string' } },
  positionals: 0,
  async run(args, world) {
    const text = withAddress(manifestFile('slack', 'manifest.json').toString('utf8'), addressFrom(args));
    world.out(args.values.json === true ? JSON.stringify(JSON.parse(text)) : text.trimEnd());
    return 0;
  },
};
