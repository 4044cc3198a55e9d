const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What a person typed, without Slack's markup: mentions of the bot are gone, links and phone numbers are their label
 * (`<tel:40411234|40 41 12 34>`), `&amp;` is `&` again.
 */
export function plainText(text: string): string {
  return text
    .replace(/<([@#!a-z][^<>|\s]*)(?:\|([^<>]*))?>/gi, (_, target: string, label: string | undefined) => {
      if (target.startsWith('@')) return label ? `@${label}` : '';
      if (target.startsWith('#')) return label ? `#${label}` : '';
      if (target.startsWith('!')) return label ?? '';
      return label || target.replace(/^(?:mailto|tel):/, '');
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[\t ]{2,}/g, ' ')
    .trim();
}
