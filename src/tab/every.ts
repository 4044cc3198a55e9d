import { useEffect } from 'preact/hooks';

/** How often a page that shows what others change is read, in milliseconds. */
const EVERY_MS = 10_000;

/** Reads at once, whenever one of `when` is another, and again and again while somebody can see the page. */
export function useReadEvery(read: () => void, when: readonly unknown[]): void {
  useEffect(() => {
    read();
    const timer = setInterval(() => {
      if (!document.hidden) read();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, when);
}
