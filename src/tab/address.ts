import { useEffect, useRef, useState } from 'preact/hooks';
import type { Request } from './api.ts';
import { focusOnPage, isFocusLost } from './focus.ts';
import { useWords } from './words.ts';

/** What the address shows: `#/`, `#/desk`, `#/case/K7MQ-3RXD`, `#/find/Hansen`. */
export function useAddress(): readonly string[] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash.replace(/^#\/?/, '').split('/').map(decoded);
}

/** A part of an address, which anybody may have typed. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What a panel beside the board shows; null where the address names none. */
export function requestOf([page, rest = '']: readonly string[]): Request | null {
  if (page === 'case' && rest !== '') return { payload: { verb: 'open.case', caseId: rest } };
  if (page === 'find' && rest !== '') return { find: rest };
  return null;
}

const PAGES = ['desk', 'rules', 'figures'] as const;

/** The page of an address: everything that is none of the others opens beside the board. */
export function pageOf([first]: readonly string[]): 'board' | (typeof PAGES)[number] {
  return PAGES.find((one) => one === first) ?? 'board';
}

/**
 * Follows the address with the title of the document and with the focus: to the heading of another page, and back to the
 * case or setting whose panel was closed. The line of the desk and a panel that opens take it themselves. `isChosen`:
 * somebody was just chosen, and the button is gone.
 */
export function useFocusOfAddress(address: readonly string[], isChosen: boolean): void {
  const words = useWords();
  const page = pageOf(address);
  const last = useRef<readonly string[] | null>(null);
  useEffect(() => {
    document.title = `${words.pages[page]} – ${words.name}`;
  }, [words, page]);
  useEffect(() => {
    const before = last.current;
    last.current = address;
    if (page === 'desk' || requestOf(address)) return;
    if (before === null) {
      if (isChosen && isFocusLost()) focusOnPage();
    } else if (pageOf(before) !== page) focusOnPage();
    else if (isFocusLost()) {
      // The button that closed a panel went with it.
      const opened = `#/${before.map(encodeURIComponent).join('/')}`;
      const link = document.querySelector<HTMLElement>(`main a[href="${CSS.escape(opened)}"]`);
      if (link) link.focus();
      else focusOnPage();
    }
  }, [address.join('/')]);
}
