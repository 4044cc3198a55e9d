import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answered, Api, Payload, Request } from '../api.ts';
import { Shown } from '../draw/shown-view.tsx';
import { focusOn, isFocusLost } from '../focus.ts';
import { useWords } from '../words.ts';

/** The work of the desk: what is typed, what came of it, and whether something is under way. */
function useDesk(api: Api, acted: () => void) {
  const [line, setLine] = useState('');
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [history, setHistory] = useState<Answered | null>(null);
  const [shown, setShown] = useState(0);
  const [busy, setBusy] = useState(false);

  const take = async (request: Request) => {
    setBusy(true);
    const next = await api.turn(request).finally(() => setBusy(false));
    setAnswered(next);
    setShown((count) => count + 1);
    const { caseId, company } = next.views.at(-1) ?? {};
    if (caseId !== undefined) {
      setLine('');
      acted();
    } else if (company !== undefined) setHistory(await api.turn({ find: company }));
  };
  const read = () => {
    if (line.trim() === '' || busy) return;
    setHistory(null);
    void take({ payload: { verb: 'open.log', text: line } });
  };
  return { line, setLine, answered, history, shown, busy, take, read };
}

/**
 * The desk of the phone line: one line to type, and beside it what was understood, the door, what to say and the button
 * that sends it: Enter reads the line, Enter sends the case (Tab before it chooses among several ways to send it). Then the
 * line is ready for the next call.
 */
export function Desk({ api, acted }: { readonly api: Api; readonly acted: () => void }) {
  const words = useWords();
  const desk = useDesk(api, acted);
  const { answered, history, shown, busy } = desk;
  const input = useRef<HTMLInputElement>(null);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (!answered) return;
    const isSent = answered.views.at(-1)?.caseId !== undefined;
    const last = answer.current?.querySelector('article:last-child');
    // A basis for registering is nudged nowhere: without a main button, Tab leads to the first of several.
    const next = ['.primary', 'input, select, textarea', 'fieldset.buttons']
      .map((one) => last?.querySelector<HTMLElement>(one))
      .find((one) => one);
    (isSent ? input.current : next)?.focus();
    // A button that was pressed is gone, and the answer has none.
    if (isFocusLost()) focusOn(last?.querySelector<HTMLElement>('h2') ?? input.current);
  }, [answered]);
  const draw = ({ views }: Answered, level: 2 | 3) =>
    views.map((view, at) => (
      <Shown
        key={`${shown}-${at}`}
        view={view}
        busy={busy}
        act={(payload: Payload) => void desk.take({ payload })}
        level={level}
      />
    ));
  return (
    <div class="desk">
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          desk.read();
        }}
      >
        <label for="desk-line">{words.line}</label>
        <div class="typed">
          <input
            id="desk-line"
            ref={input}
            value={desk.line}
            placeholder={words.lineHint}
            autocomplete="off"
            onInput={(event) => desk.setLine(event.currentTarget.value)}
          />
          <button type="submit" class="primary" aria-disabled={busy}>
            {words.read}
          </button>
        </div>
      </form>
      <div class="beside">
        <section aria-label={words.understood} aria-live="polite" aria-busy={busy} ref={answer}>
          {answered ? draw(answered, 2) : <p class="subtle">{words.nothingYet}</p>}
        </section>
        {history && (
          <section class="history" aria-label={words.history}>
            <h2>{words.history}</h2>
            {draw(history, 3)}
          </section>
        )}
      </div>
    </div>
  );
}
