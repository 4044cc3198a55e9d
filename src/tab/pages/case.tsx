import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answered, Api, Payload, Request } from '../api.ts';
import { Shown } from '../draw/shown-view.tsx';
import type { HostLinks } from '../host.ts';
import { useWords } from '../words.ts';

/** The ways from a case into Teams. */
export type CaseLinks = HostLinks & { readonly botId: string };

interface Props {
  readonly api: Api;
  /** What is shown first: a case, or what a search finds. */
  readonly request: Request;
  /** Another text when the case has changed elsewhere. */
  readonly version: string;
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
  const [seen, setSeen] = useState(version);
  const heading = useRef<HTMLDivElement>(null);

  const take = async (next: Request, isDone: boolean) => {
    setBusy(true);
    try {
      const answer = await api.turn(next);
      setAnswered(answer);
      setShown((count) => count + 1);
      if (isDone) acted();
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    void take(request, false);
    heading.current?.focus();
  }, []);
  const isChanged = seen !== version;
  // Nothing is being typed: the present state is shown at once. Else the person says when.
  useEffect(() => {
    if (!isChanged || heading.current?.querySelector('form')) return;
    setSeen(version);
    void take(request, false);
  }, [version]);
  const showChanged = () => {
    setSeen(version);
    void take(request, false);
  };
  return (
    <div class="panel" ref={heading} tabIndex={-1} aria-busy={busy}>
      <button type="button" class="link close" onClick={close}>
        {words.close}
      </button>
      {answered?.views.map(
        ({ caseId, company }) =>
          caseId && <CaseWays key={caseId} caseId={caseId} company={company ?? null} links={links} />,
      )}
      {isChanged && (
        <p class="callout warning" role="status">
          {words.changed}{' '}
          <button type="button" class="link" onClick={showChanged}>
            {words.showChanged}
          </button>
        </p>
      )}
      {!answered && <p class="subtle">{words.loading}</p>}
      <div aria-live="polite">
        {answered?.views.map((view, at) => (
          <Shown
            key={`${shown}-${at}`}
            view={view}
            busy={busy}
            act={(payload: Payload) => void take({ payload }, true)}
          />
        ))}
      </div>
    </div>
  );
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
