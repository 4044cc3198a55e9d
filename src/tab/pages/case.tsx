import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answered, Api, Payload, Request, ShownView } from '../api.ts';
import { Shown } from '../draw/shown-view.tsx';
import { focusOn, isFocusLost } from '../focus.ts';
import type { HostLinks } from '../host.ts';
import { useWords, type Words } from '../words.ts';

/** The ways from a case into Teams. */
export type CaseLinks = HostLinks & { readonly botId: string };

interface Props {
  readonly api: Api;
  /** What is shown first: a case, or what a search finds. */
  readonly request: Request;
  /** The latest version of what is shown that the page beside it has heard of; null where it cannot tell. */
  readonly version: number | null;
  /** Hears that something was done. */
  readonly acted: () => void;
  readonly close: () => void;
  /** Null outside Teams. */
  readonly links: CaseLinks | null;
}

/** One case with all that can be done, or what was found. What somebody types into it stays until it is answered. */
export function Panel({ api, request, version, acted, close, links }: Props) {
  const words = useWords();
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [shown, setShown] = useState(0);
  const [busy, setBusy] = useState(false);
  /** The version that was shown last. A refusal shows none. */
  const [seen, setSeen] = useState<number | null>(null);
  const panel = useRef<HTMLElement>(null);
  /** The button that had the focus before the present state was shown by itself. */
  const button = useRef<string | null>(null);

  const take = async (next: Request, isDone: boolean) => {
    setBusy(true);
    try {
      const answer = await api.turn(next);
      button.current = isDone ? null : focusedButtonIn(panel.current);
      setAnswered(answer);
      setSeen((before) => answer.views.at(-1)?.version ?? before);
      setShown((count) => count + 1);
      if (isDone) acted();
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    void take(request, false);
    panel.current?.focus();
  }, []);
  // What was pressed is gone: the focus goes to the same button, or where the answer begins.
  useEffect(() => {
    if (!answered || !isFocusLost()) return;
    const buttons = [...(panel.current?.querySelectorAll('button') ?? [])];
    const same = buttons.find(({ textContent }) => textContent === button.current);
    const titles = panel.current?.querySelectorAll('h2') ?? [];
    focusOn(same ?? titles[titles.length - 1] ?? panel.current);
  }, [shown]);
  const isChanged = version !== null && seen !== null && version > seen;
  const showChanged = () => void take(request, false);
  // Nothing is being typed: the present state is shown at once. Else the person says when.
  useEffect(() => {
    if (isChanged && !busy && !panel.current?.querySelector('form')) showChanged();
  }, [isChanged, version, busy]);
  return (
    <section class="panel" ref={panel} tabIndex={-1} aria-busy={busy} aria-label={nameOf(request, words)}>
      <button type="button" class="link close" onClick={close}>
        {words.close}
      </button>
      {answered?.views.map(
        ({ caseId, company }) =>
          caseId && <CaseWays key={caseId} caseId={caseId} company={company ?? null} links={links} />,
      )}
      {isChanged && (
        <p class="callout warning" role="status">
          {isSetting(request) ? words.settingChanged : words.changed}{' '}
          <button type="button" class="link" onClick={showChanged}>
            {words.showChanged}
          </button>
        </p>
      )}
      {!answered && <p class="subtle">{words.loading}</p>}
      <p class="unseen" role="status">
        {answered?.views.map(saidOf).join(' ')}
      </p>
      {answered?.views.map((view, at) => (
        <Shown
          key={`${shown}-${at}`}
          view={view}
          busy={busy}
          act={(payload: Payload) => void take({ payload }, true)}
        />
      ))}
    </section>
  );
}

function isSetting(request: Request): boolean {
  return 'payload' in request && request.payload.caseId === undefined;
}

/** The name of the panel: the case by its number, the words that are searched for, or that it is a setting. */
function nameOf(request: Request, words: Words): string {
  if ('find' in request) return words.found(request.find);
  return isSetting(request) ? words.settings : words.typedCase(`${request.payload.caseId}`);
}

/** What a view says at first: the sentence that a notification of the same card has. */
function saidOf({ summary, title, subtitle }: ShownView): string {
  return summary ?? [title, subtitle].filter((part) => part).join('. ');
}

/** The words of the button in a panel that has the focus. */
function focusedButtonIn(panel: HTMLElement | null): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLButtonElement && panel?.contains(activeElement)
    ? activeElement.textContent
    : null;
}

interface WaysProps {
  readonly caseId: string;
  readonly company: string | null;
  readonly links: CaseLinks | null;
}

/** Where one goes from a case: the company's other cases, the chat, a colleague by a link. */
function CaseWays({ caseId, company, links }: WaysProps) {
  const words = useWords();
  return (
    <p class="ways">
      {company && <a href={`#/find/${encodeURIComponent(company)}`}>{words.history}</a>}
      {links && (
        <>
          <button type="button" class="link" onClick={() => links.chat(links.botId, words.typedCase(caseId))}>
            {words.openChat}
          </button>
          <button type="button" class="link" onClick={() => links.share(caseId)}>
            {words.share}
          </button>
        </>
      )}
    </p>
  );
}
