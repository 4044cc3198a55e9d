import { useId, useState } from 'preact/hooks';
import type { Payload, ShownView } from '../api.ts';
import { ActionButton } from './action.tsx';
import { Blocks, valuesIn } from './blocks.tsx';

interface Props {
  readonly view: ShownView;
  readonly busy: boolean;
  readonly act: (payload: Payload) => void;
  /** The level of its title. */
  readonly level?: 2 | 3;
}

/** One answer: what a card shows in chat, with the same buttons. Its inputs keep what was typed until it is answered. */
export function Shown({ view, busy, act, level = 2 }: Props) {
  const scope = useId();
  const [values, setValues] = useState(() => valuesIn(view.blocks));
  const change = (name: string, value: string) => setValues({ ...values, [name]: value });
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <article class={`view ${view.tone}`}>
      <Title>{view.title}</Title>
      {view.subtitle && <p class="subtle">{view.subtitle}</p>}
      <Blocks
        blocks={view.blocks}
        values={values}
        busy={busy}
        act={act}
        change={change}
        scope={`${scope}-`}
      />
      {view.actions.length > 0 && (
        <fieldset class="buttons" aria-label={view.title} tabIndex={-1}>
          {view.actions.map((action) => (
            <ActionButton key={action.title} action={action} values={values} busy={busy} act={act} />
          ))}
        </fieldset>
      )}
      {view.beside && <Blocks blocks={view.beside} values={values} busy={busy} act={act} />}
    </article>
  );
}
