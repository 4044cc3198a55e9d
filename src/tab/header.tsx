import { useEffect, useRef, useState } from 'preact/hooks';
import type { BoardOfReader, Connection } from './api.ts';
import { focusOnPage, isFocusLost } from './focus.ts';
import { useWords } from './words.ts';

interface HeaderProps {
  readonly page: (typeof LINKS)[number][0];
  /** Null until the board has said who one is. */
  readonly reader: BoardOfReader | null;
  /** Leaves the person chosen; undefined where one is signed in. */
  readonly leave: (() => void) | undefined;
}

/** What stands above every page: the pages, the search, and who one is. */
export function Header({ page, reader, leave }: HeaderProps) {
  const words = useWords();
  return (
    <header>
      <button type="button" class="skip" onClick={focusOnPage}>
        {words.skip}
      </button>
      <Navigation page={page} />
      <SearchBox />
      {reader && (
        <p class="who subtle">
          {reader.person}, {reader.office}{' '}
          {leave && (
            <button type="button" class="link" onClick={leave}>
              {words.switchPerson}
            </button>
          )}
        </p>
      )}
    </header>
  );
}

/** The pages, in the order of their links, by their addresses. */
const LINKS = [
  ['board', ''],
  ['desk', 'desk'],
  ['figures', 'figures'],
  ['rules', 'rules'],
] as const;

function Navigation({ page }: Pick<HeaderProps, 'page'>) {
  const words = useWords();
  return (
    <nav aria-label={words.navigation}>
      {LINKS.map(([name, address]) => (
        <a key={name} href={`#/${address}`} aria-current={name === page ? 'page' : undefined}>
          {words.pages[name]}
        </a>
      ))}
    </nav>
  );
}

function SearchBox() {
  const words = useWords();
  const [text, setText] = useState('');
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') location.hash = `#/find/${encodeURIComponent(text.trim())}`;
        }}
      >
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={text}
          maxLength={200}
          onInput={(event) => setText(event.currentTarget.value)}
        />{' '}
        <button type="submit" class="default">
          {words.find}
        </button>
      </form>
    </search>
  );
}

/** Says what is wrong with the connection, and that nothing is lost. */
export function ConnectionNotice({
  connection,
  retry,
}: {
  readonly connection: Connection;
  readonly retry: () => void;
}) {
  const words = useWords();
  const before = useRef(connection);
  useEffect(() => {
    const isBack = before.current !== 'good' && connection === 'good';
    before.current = connection;
    // The button went with the message.
    if (isBack && isFocusLost()) focusOnPage();
  }, [connection]);
  return (
    <div role="status">
      {connection !== 'good' && (
        <p class="callout warning">
          {connection === 'signed-out' ? words.signedOut : words[connection]}{' '}
          {connection === 'away' && `${words.kept} `}
          <button type="button" class="link" onClick={retry}>
            {words.again}
          </button>
        </p>
      )}
    </div>
  );
}
