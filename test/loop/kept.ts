/** What takes back the changes of the transaction under way, oldest first. */
export type Undo = (() => void)[];

/** A map whose changes can be undone. */
export class Kept<Value> {
  readonly map = new Map<string, Value>();
  readonly #undo: Undo;

  constructor(undo: Undo) {
    this.#undo = undo;
  }

  get(key: string): Value | undefined {
    return this.map.get(key);
  }

  all(): Value[] {
    return [...this.map.values()];
  }

  set(key: string, value: Value): void {
    const before = this.map.get(key);
    const had = this.map.has(key);
    this.map.set(key, value);
    this.#undo.push(() => (had ? this.map.set(key, before as Value) : this.map.delete(key)));
  }

  delete(key: string): boolean {
    const before = this.map.get(key);
    if (!this.map.delete(key)) return false;
    this.#undo.push(() => this.map.set(key, before as Value));
    return true;
  }

  /** Deletes every value that fits; how many. */
  deleteWhere(fits: (value: Value, key: string) => boolean): number {
    const old = [...this.map].filter(([key, value]) => fits(value, key));
    for (const [key] of old) this.delete(key);
    return old.length;
  }
}

/** Values in order of what `of` says of them, which are texts compared as the databases do. */
export function inOrder<Value>(values: readonly Value[], of: (value: Value) => string): Value[] {
  return values.toSorted((a, b) => (of(a) < of(b) ? -1 : Number(of(a) > of(b))));
}
