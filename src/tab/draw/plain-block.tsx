import type { Block as AnyBlock, LinkedText } from '../../../cards/view.ts';
import type { Wire } from '../../../cards/wire.ts';

/** A block that one can only read. */
export type PlainBlockData = Extract<Wire<AnyBlock>, { kind: 'text' | 'callout' | 'facts' | 'list' }>;

/** Texts with their links. */
export function Texts({ texts }: { readonly texts: readonly LinkedText[] }) {
  return (
    <>
      {texts.map(({ text, href }, at) => (
        <span key={`${text}-${href}`}>
          {at > 0 && ' '}
          {href ? (
            <a href={href} target="_blank" rel="noopener noreferrer">
              {text}
            </a>
          ) : (
            text
          )}
        </span>
      ))}
    </>
  );
}

/** A block that one can only read. */
export function PlainBlock({ block }: { readonly block: PlainBlockData }) {
  switch (block.kind) {
    case 'text':
      return (
        <p class={[block.subtle && 'subtle', block.strong && 'strong'].filter((one) => one).join(' ')}>
          {block.text}
        </p>
      );
    case 'callout':
      return (
        <div class={`callout ${block.tone}`}>
          {block.text}
          {block.used !== undefined && <progress aria-hidden="true" value={block.used} max={1} />}
        </div>
      );
    case 'facts':
      return (
        <dl>
          {block.facts.map(({ label, value, texts }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{texts ? <Texts texts={texts} /> : value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={`${at}-${item}`}>{item}</li>
          ))}
        </ul>
      );
    default: {
      const never: never = block;
      return never;
    }
  }
}

/** Whether one can only read a block. */
export function isPlain(block: Wire<AnyBlock>): block is PlainBlockData {
  return ['text', 'callout', 'facts', 'list'].includes(block.kind);
}
