import type { CompanyFacts } from '../facts.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { readSituation, type Situation } from '../situation.ts';

type Field = keyof Situation;

const FIELDS = Object.keys(readSituation({ entry: 'phone', municipality: '791' }, DEFAULT_SETTINGS, ''));
const PLACE_OF: ReadonlyMap<string, number> = new Map(FIELDS.map((field, place) => [field, place]));

/** Bits of an integer that operators keep apart. */
const MOST_BITS = 31;

const COMPANY = 'company.';

/** The name of one fact of the company: each is watched by itself. */
export function companyField(key: string): string {
  return `${COMPANY}${key}`;
}

/** The values of a situation by the place of their field, and which of them were read. */
interface Watched {
  readonly values: unknown[];
  readonly bits: number[];
  read: number;
}

/** A situation as rules receive it. Every field is its own and enumerable, so that a copy of it reads them all. */
class Reader {
  readonly #watched: Watched;

  static readonly #ACCESSORS: PropertyDescriptorMap = Object.fromEntries(
    FIELDS.map((field, place) => [
      field,
      {
        enumerable: true,
        get(this: Reader) {
          const watched = this.#watched;
          watched.read |= watched.bits[place] ?? 0;
          return watched.values[place];
        },
      },
    ]),
  );

  constructor(watched: Watched) {
    this.#watched = watched;
    Object.defineProperties(this, Reader.#ACCESSORS);
  }
}

/**
 * A situation that notes what is read of it. A rule is a function of the situation alone: two that agree in all that it
 * read are one to it.
 */
export class WatchedSituation {
  readonly situation: Situation;
  readonly #watched: Watched;
  #company: CompanyFacts;
  #companyBits: ReadonlyMap<string | symbol, number> = new Map();

  constructor(start: Situation) {
    const values: unknown[] = FIELDS.map((field) => start[field as Field]);
    this.#watched = { values, bits: FIELDS.map(() => 0), read: 0 };
    this.#company = start.company;
    this.#setField('company', new Proxy<CompanyFacts>({}, this.#companyReader()));
    this.situation = new Reader(this.#watched) as unknown as Situation;
  }

  /** The bits of the fields that were read since it was last set to 0. */
  get read(): number {
    return this.#watched.read;
  }

  set read(bits: number) {
    this.#watched.read = bits;
  }

  /** Notes these fields from now on, and no others. Returns the bit of each. */
  watch(fields: readonly string[]): ReadonlyMap<string, number> {
    if (fields.length > MOST_BITS) throw new Error(`More than ${MOST_BITS} fields to watch`);
    const bits = new Map(fields.map((field, at) => [field, 1 << at]));
    for (const [place, field] of FIELDS.entries()) this.#watched.bits[place] = bits.get(field) ?? 0;
    this.#companyBits = new Map(
      [...bits].flatMap(([field, bit]) =>
        field.startsWith(COMPANY) ? [[field.slice(COMPANY.length), bit]] : [],
      ),
    );
    return bits;
  }

  /** Gives fields other values. */
  set(values: Partial<Situation>): void {
    for (const field in values) {
      if (field === 'company') this.#company = values.company ?? {};
      else this.#setField(field as Field, values[field as Field]);
    }
  }

  #setField(field: Field, value: unknown): void {
    const place = PLACE_OF.get(field);
    if (place === undefined) throw new Error(`No field ${field}`);
    this.#watched.values[place] = value;
  }

  /** Notes each fact of the company that is read, and all of them where it is looked at as a whole. */
  #companyReader(): ProxyHandler<CompanyFacts> {
    const note = (key: string | symbol) => {
      this.#watched.read |= this.#companyBits.get(key) ?? 0;
      return this.#company[key as keyof CompanyFacts];
    };
    return {
      get: (_, key) => note(key),
      has: (_, key) => note(key) !== undefined,
      ownKeys: () => {
        for (const bit of this.#companyBits.values()) this.#watched.read |= bit;
        return Reflect.ownKeys(this.#company);
      },
      getOwnPropertyDescriptor: (_, key) => ({ value: note(key), enumerable: true, configurable: true }),
    };
  }
}
