/**
 * Where the focus goes when what had it is gone: a screen reader would start again at the top of the page, and a keyboard
 * user would have to find their place.
 */

/** Whether nothing has the focus any more. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body;
}

/** Puts the focus on an element that cannot have it by itself, such as a heading. Undefined and null: nothing happens. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** Puts the focus on the heading of the page that is shown. */
export function focusOnPage(): void {
  focusOn(document.querySelector<HTMLElement>('main h1'));
}
