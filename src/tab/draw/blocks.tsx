import type { Block as AnyBlock } from '../../../cards/view.ts';
import type { Wire } from '../../../cards/wire.ts';
import type { Payload } from '../api.ts';
import { ActionButton } from './action.tsx';
import { Field, firstValue, type Values } from './inputs.tsx';
import { PlainBlock, Texts } from './plain-block.tsx';

type Block = Wire<AnyBlock>;

interface BlockProps {
  readonly values: Values;
  readonly busy: boolean;
  readonly act: (payload: Payload) => void;
  /** Changes an input of the view; left out where it has none. */
  readonly change?: (name: string, value: string) => void;
  /** Tells inputs of several views on one page apart. */
  readonly scope?: string;
}

/** The inputs that stand in blocks, with what stands in them first. */
export function valuesIn(blocks: readonly Block[]): Values {
  const values: Record<string, string> = {};
  for (const block of blocks) {
    if (block.kind === 'input') values[block.input.id] = firstValue(block.input);
    if (block.kind === 'pair') for (const input of block.inputs) values[input.id] = firstValue(input);
    if (block.kind === 'section') Object.assign(values, valuesIn(block.blocks));
  }
  return values;
}

/** The content of a view. */
export function Blocks({ blocks, ...props }: BlockProps & { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => (
        <OneBlock key={at} block={block} {...props} />
      ))}
    </>
  );
}

function OneBlock({ block, ...props }: BlockProps & { readonly block: Block }) {
  const { values, busy, act, change = () => undefined, scope = '' } = props;
  switch (block.kind) {
    case 'text':
    case 'callout':
    case 'facts':
    case 'list':
      return <PlainBlock block={block} />;
    case 'section':
      return (
        <details open={!block.folded}>
          <summary>{block.title}</summary>
          <Blocks blocks={block.blocks} {...props} />
        </details>
      );
    case 'pictured':
      return <Blocks blocks={block.table} {...props} />;
    case 'input':
    case 'pair': {
      const inputs = block.kind === 'input' ? [block.input] : block.inputs;
      return (
        <div class="pair">
          {inputs.map((input) => (
            <Field
              key={input.id}
              input={input}
              name={`${scope}${input.id}`}
              value={values[input.id] ?? ''}
              change={(value) => change(input.id, value)}
            />
          ))}
        </div>
      );
    }
    case 'entry':
      return (
        <div class={`entry ${block.tone}`}>
          <ActionButton
            action={{ ...block.action, title: block.title }}
            values={values}
            busy={busy}
            act={act}
            plain
          />
          <p class="subtle">{block.text}</p>
        </div>
      );
    case 'read':
      return (
        <ul class="read">
          {block.parts.map(({ texts, change: action }, at) => (
            <li key={at}>
              <Texts texts={texts} />{' '}
              {action && <ActionButton action={action} values={values} busy={busy} act={act} plain />}
            </li>
          ))}
        </ul>
      );
    case 'actions':
      return (
        <fieldset class="buttons" tabIndex={-1}>
          {block.actions.map((action) => (
            <ActionButton key={action.title} action={action} values={values} busy={busy} act={act} />
          ))}
        </fieldset>
      );
    default: {
      const never: never = block;
      return never;
    }
  }
}
