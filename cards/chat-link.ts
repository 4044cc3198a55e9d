import type { LinkedText } from './view.ts';

/** Who they are on a platform: `teams:<tenant>:<object id>`, `slack:<team>:<user>`. */
const IDENTITY = /^(?<channel>teams|slack):(?<home>[^:]+):(?<user>.+)$/;

/**
 * A colleague's name, as a link that opens a chat with them in the client that shows it. In Slack a link rather than a
 * mention, which would call them each time a card is sent. Without an identity, and with one of another form, plain text.
 */
export function colleagueText(name: string, identity: string | undefined): LinkedText {
  const { channel, home = '', user = '' } = IDENTITY.exec(identity ?? '')?.groups ?? {};
  const [at, whom] = [encodeURIComponent(home), encodeURIComponent(user)];
  if (channel === 'teams')
    return {
      text: name,
      href: `https://teams.microsoft.com/l/chat/0/0?tenantId=${at}&users=8:orgid:${whom}`,
    };
  return channel === 'slack' ? { text: name, href: `slack://user?team=${at}&id=${whom}` } : { text: name };
}
