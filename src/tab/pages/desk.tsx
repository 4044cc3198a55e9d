import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answered, Api, Payload, Request } from '../api.ts';
import { Shown } from '../draw/shown-view.tsx';
import { useWords } from '../words.ts';

/**
 * The desk of the phone line: one line to type, and beside it what was understood, the door, what to say and the button
 * that sends it, which has the focus: Enter reads the line, Enter sends the case. Then the line is ready for the next call.
 */
export function Desk({ api, acted }: { readonly api: Api; readonly acted: () => void }) {
  const words = useWords();
  const [line, setLine] = useState('');
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [history, setHistory] = useState<Answered | null>(null);
  const [shown, setShown] = useState(0);
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const answer = useRef<HTMLDivElement>(null);

  const take = async (request: Request) => {
    setBusy(true);
    try {
      const next = await api.turn(request);
      setAnswered(next);
      setShown((count) => count + 1);
      const last = next.views.at(-1);
      const isSent = last?.caseId !== undefined;
      if (isSent) {
        setLine('');
        acted();
      }
      const company = last?.company;
      if (company !== undefined && !isSent) setHistory(await api.turn({ find: company }));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (busy || !answered) return;
    const isSent = answered.views.at(-1)?.caseId !== undefined;
    const next = answer.current?.querySelector<HTMLElement>(
      '[role=alert] ~ input, article:last-child > .buttons > button, article:last-child button',
    );
    (isSent ? input.current : next)?.focus();
  }, [shown, busy]);
  return (
    <div class="desk">
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() === '' || busy) return;
          setHistory(null);
          void take({ payload: { verb: 'open.log', text: line } });
        }}
      >
        <label for="desk-line">{words.line}</label>
        <div class="typed">
          <input
            id="desk-line"
            ref={input}
            value={line}
            placeholder={words.lineHint}
            autocomplete="off"
            onInput={(event) => setLine(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={busy}>
            {words.read}
          </button>
        </div>
      </form>
      <div class="beside">
        <section aria-label={words.understood} aria-live="polite" aria-busy={busy} ref={answer}>
          {!answered && <p class="subtle">{words.nothingYet}</p>}
          {answered?.views.map((view, at) => (
            <Shown
              key={`${shown}-${at}`}
              view={view}
              busy={busy}
              act={(payload: Payload) => void take({ payload })}
            />
          ))}
        </section>
        {history && (
          <section class="history" aria-label={words.history}>
            <h2>{words.history}</h2>
            {history.views.map((view, at) => (
              <Shown
                key={at}
                view={view}
                busy={busy}
                act={(payload: Payload) => void take({ payload })}
                level={3}
              />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}
