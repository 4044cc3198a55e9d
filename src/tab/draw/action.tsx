import { useContext, useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Payload, ViewAction } from '../api.ts';
import { useWords } from '../words.ts';
import { Field, firstValue, type Values } from './inputs.tsx';
import { isPlain, PlainBlock } from './plain-block.tsx';
import { TryContext } from './try-context.ts';

interface ActionProps {
  readonly action: ViewAction;
  /** What stands in the inputs of the view itself. */
  readonly values: Values;
  readonly busy: boolean;
  /** Sends a command. */
  readonly act: (payload: Payload) => void;
  /** Where it is part of a line: shown as a link. */
  readonly plain?: boolean;
}

/** A button. Where it asks for something, or cannot be undone, its form opens under it before anything is sent. */
export function ActionButton({ action, values, busy, act, plain = false }: ActionProps) {
  const [open, setOpen] = useState(action.form.some(({ problem }) => problem !== undefined));
  const asks = action.form.length > 0 || action.warning !== undefined;
  const send = (typed: Values) => act({ ...(action.withInputs ? values : {}), ...typed, ...action.command });
  const opener = useRef<HTMLButtonElement>(null);
  const click = () => {
    if (busy) return;
    if (asks) setOpen(!open);
    else send({});
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class={plain ? 'link' : action.tone}
        title={action.meaning}
        aria-expanded={asks ? open : undefined}
        // A button that is disabled would lose the focus while its command is under way.
        aria-disabled={busy}
        onClick={click}
      >
        {action.title}
      </button>
      {open && <ActionForm action={action} busy={busy} send={send} close={close} />}
    </>
  );
}

interface FormProps {
  readonly action: ViewAction;
  readonly busy: boolean;
  readonly send: (typed: Values) => void;
  readonly close: () => void;
}

function ActionForm({ action, busy, send, close }: FormProps) {
  const words = useWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Values>(() =>
    Object.fromEntries(action.form.map((input) => [input.id, firstValue(input)])),
  );
  useEffect(() => {
    const first = ['[aria-invalid="true"]', 'input, select, textarea, button']
      .map((one) => form.current?.querySelector<HTMLElement>(one))
      .find((one) => one);
    first?.focus();
  }, []);
  return (
    <form
      ref={form}
      class="form"
      aria-label={action.meaning ?? action.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) send(typed);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {action.about?.filter(isPlain).map((block) => (
        <PlainBlock key={JSON.stringify(block)} block={block} />
      ))}
      {action.warning && <p class="callout warning">{action.warning}</p>}
      {action.form.map((input) => (
        <Field
          key={input.id}
          input={input}
          name={`${id}-${input.id}`}
          value={typed[input.id] ?? ''}
          change={(value) => setTyped({ ...typed, [input.id]: value })}
        />
      ))}
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {action.form.length > 0 ? action.title.replace(/\s*…$/, '') : words.yes}
        </button>
        {action.command.verb === 'setting.change' && (
          <TryButton payload={{ ...typed, ...action.command }} busy={busy} />
        )}
        <button type="button" class="default" onClick={close}>
          {words.no}
        </button>
      </div>
    </form>
  );
}

/** Tries what stands in the form before it is sent, where the page can. */
export function TryButton({ payload, busy }: { readonly payload: Payload; readonly busy: boolean }) {
  const words = useWords();
  const attempt = useContext(TryContext);
  const [trying, setTrying] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!attempt) return null;
  const click = async () => {
    setTrying(true);
    setProblem(null);
    setProblem(await attempt(payload).finally(() => setTrying(false)));
  };
  return (
    <>
      {problem && (
        <p class="problem whole" role="alert">
          {problem}
        </p>
      )}
      <button type="button" class="default" disabled={busy || trying} onClick={() => void click()}>
        {words.tryIt}
      </button>
    </>
  );
}
