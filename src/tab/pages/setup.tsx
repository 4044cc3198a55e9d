import { useEffect } from 'preact/hooks';
import { useWords } from '../words.ts';

/** What is shown while somebody adds the tab to a channel or a chat. Teams' own button saves it. */
export function Setup({ ready }: { readonly ready: (tabName: string) => void }) {
  const words = useWords();
  useEffect(() => ready(words.pages.board), []);
  return (
    <main class="alone">
      <h1>{words.setup}</h1>
      <p>{words.setupText}</p>
    </main>
  );
}
