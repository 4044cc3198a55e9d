import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '../core/vocabulary.ts';
import { pageOf, requestOf, useAddress, useFocusOfAddress } from './address.ts';
import { type Actor, AGAIN_MS, type BoardOfReader, type Connection, createApi, type Door } from './api.ts';
import { focusOnPage } from './focus.ts';
import { ConnectionNotice, Header } from './header.tsx';
import type { Host, Theme } from './host.ts';
import { Board } from './pages/board.tsx';
import { type CaseLinks, Panel } from './pages/case.tsx';
import { Desk } from './pages/desk.tsx';
import { Figures } from './pages/figures.tsx';
import { Rules } from './pages/rules.tsx';
import { Setup } from './pages/setup.tsx';
import { LanguageContext, languageOfTag, useWords } from './words.ts';

/** The theme of the host, as the page's own. */
function useTheme(host: Host): void {
  useEffect(() => {
    const show = (theme: Theme) => {
      document.documentElement.dataset.theme = theme;
    };
    show(host.theme);
    host.onTheme(show);
  }, [host]);
}

/** The tab, once it is known where it is shown and how one comes in. */
export function App({ host, door }: { readonly host: Host; readonly door: Door }) {
  useTheme(host);
  const [person, setPerson] = useState<string | null>(null);
  const [hasLeft, setLeft] = useState(false);
  const [language, setLanguage] = useState<Language>(languageOfTag(host.locale));
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const isLocal = door.signIn === 'local';
  if (!isLocal && !host.inTeams)
    return (
      <LanguageContext.Provider value={language}>
        <OpenInTeams />
      </LanguageContext.Provider>
    );
  if (host.setup)
    return (
      <LanguageContext.Provider value={language}>
        <Setup ready={host.setup} />
      </LanguageContext.Provider>
    );
  const actor: Actor | null = isLocal ? (person === null ? null : { person, locale: host.locale }) : { host };
  return (
    <LanguageContext.Provider value={language}>
      {actor === null ? (
        <ChoosePerson door={door} choose={setPerson} hasLeft={hasLeft} />
      ) : (
        <Pages
          key={person}
          actor={actor}
          speak={setLanguage}
          links={host.links && door.botId !== null ? { ...host.links, botId: door.botId } : null}
          leave={
            isLocal
              ? () => {
                  setLeft(true);
                  setPerson(null);
                }
              : undefined
          }
        />
      )}
    </LanguageContext.Provider>
  );
}

/** What stands where the tab cannot be shown. */
export function OpenInTeams() {
  const words = useWords();
  return (
    <main class="alone">
      <h1>{words.name}</h1>
      <p>{words.openInTeams}</p>
    </main>
  );
}

/** What stands there while the service does not answer. Each attempt that fails is announced anew. */
export function ServiceAway({ tries, again }: { readonly tries: number; readonly again: () => void }) {
  const words = useWords();
  return (
    <main class="alone">
      <h1>{words.name}</h1>
      <div role="alert">
        <p key={tries} class="callout warning">
          {words.away}
        </p>
      </div>
      <button type="button" class="default" onClick={again}>
        {words.again}
      </button>
    </main>
  );
}

interface ChooseProps {
  readonly door: Door;
  readonly choose: (person: string) => void;
  /** Whether somebody was chosen before. */
  readonly hasLeft: boolean;
}

function ChoosePerson({ door, choose, hasLeft }: ChooseProps) {
  const words = useWords();
  useEffect(() => {
    if (hasLeft) focusOnPage();
  }, []);
  return (
    <main class="alone">
      <h1>{words.choosePerson}</h1>
      <p class="subtle">{words.choosePersonHint}</p>
      <ul class="people">
        {door.people.map(({ id, name, offices }) => (
          <li key={id}>
            <button type="button" class="default" onClick={() => choose(id)}>
              {name} <span class="subtle">{offices.join(', ')}</span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

/** The service, how it stands with the connection, and the board as it was last read. `isBoard`: that page reads it itself. */
function useService(actor: Actor, isBoard: boolean, speak: (language: Language) => void) {
  const [connection, setConnection] = useState<Connection>('good');
  const api = useMemo(() => createApi(actor, setConnection), []);
  /** Counts up when what could not be read is to be read again. */
  const [again, setAgain] = useState(0);
  const before = useRef(connection);
  useEffect(() => {
    if (connection === 'good' && before.current !== 'good') setAgain((count) => count + 1);
    before.current = connection;
  }, [connection]);
  // A page that could not be read is tried again, as its message says; what was sent is by itself.
  useEffect(() => {
    if (connection === 'good' || connection === 'signed-out') return;
    const timer = setInterval(() => setAgain((count) => count + 1), AGAIN_MS);
    return () => clearInterval(timer);
  }, [connection]);
  const [board, setBoard] = useState<BoardOfReader | null>(null);
  const read = useCallback(
    (found: BoardOfReader) => {
      setBoard(found);
      speak(found.language);
    },
    [speak],
  );
  // Every page says who one is.
  useEffect(() => {
    if (!board && !isBoard) void api.board('').then((found) => found && read(found));
  }, [api, read, again, isBoard]);
  const retry = () => {
    api.retry();
    setAgain((count) => count + 1);
  };
  return { api, connection, board, read, again, retry };
}

interface PagesProps {
  readonly actor: Actor;
  readonly speak: (language: Language) => void;
  readonly leave: (() => void) | undefined;
  readonly links: CaseLinks | null;
}

function Pages({ actor, speak, leave, links }: PagesProps) {
  const address = useAddress();
  const words = useWords();
  const page = pageOf(address);
  const { api, connection, board, read, again, retry } = useService(actor, page === 'board', speak);
  const [done, setDone] = useState(0);
  const acted = () => setDone((count) => count + 1);
  const [, rest = ''] = address;
  useFocusOfAddress(address, leave !== undefined);
  const request = requestOf(address);
  return (
    <>
      <Header page={page} reader={board} leave={leave} />
      <ConnectionNotice connection={connection} retry={retry} />
      <main>
        {page !== 'board' ? (
          <>
            <h1 class="unseen">{words.pages[page]}</h1>
            {page === 'desk' && <Desk api={api} acted={acted} />}
            {page === 'rules' && <Rules api={api} again={again} address={address.slice(1)} />}
            {page === 'figures' && <Figures api={api} again={again} />}
          </>
        ) : (
          <div class={request ? 'beside-panel' : ''}>
            <div class="all">
              <h1 class="unseen">{words.pages.board}</h1>
              <Board
                api={api}
                known={board}
                done={done + again}
                open={address[0] === 'case' ? rest : null}
                read={read}
              />
            </div>
            {request && (
              <Panel
                key={address.join('/')}
                api={api}
                request={request}
                version={board?.openVersion ?? null}
                acted={acted}
                links={links}
                close={() => {
                  location.hash = '#/';
                }}
              />
            )}
          </div>
        )}
      </main>
    </>
  );
}
