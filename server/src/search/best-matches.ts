import { FoundType, type Nearness } from './contract.ts';
import type { Entry, Form } from './entry.ts';
import type { SearchIndex } from './search-index.ts';

export interface Match {
  entry: Entry;
  form: Form;
  nearness: Nearness;
  /** the smaller, the nearer */
  score: number;
}

/** What is searched among: the types that the reader may open, and what they narrow it to. */
export interface Among {
  types: ReadonlySet<FoundType>;
  kind?: string | undefined;
  level?: string | undefined;
}

/**
 * The best of each type so far, each thing once. Equal scores: what stands in a framework in use first,
 * then the shorter name, then what came first.
 */
export class BestMatches {
  readonly #tops = new Map<FoundType, Match[]>();
  /** by place in FoundType: a score above it is not shown any more */
  readonly #worst = new Float64Array(FoundType.options.length).fill(Infinity);
  readonly #among: Among;
  readonly #size: number;

  constructor(among: Among, size: number) {
    this.#among = among;
    this.#size = size;
  }

  get count(): number {
    return [...this.#tops.values()].reduce((sum, top) => sum + top.length, 0);
  }

  /** The best score so far. */
  get nearest(): number {
    return Math.min(...[...this.#tops.values()].map(([match]) => match!.score));
  }

  /** Whether nothing of these types with such a score or a worse one would be shown any more. */
  closedTo(types: ReadonlySet<FoundType>, score: number): boolean {
    return FoundType.options.every(
      (type, place) =>
        !types.has(type) || !this.#among.types.has(type) || this.#worst[place]! < score,
    );
  }

  /** Whether a form with this score would be shown, were it of what is searched among. */
  takes(index: SearchIndex, form: number, score: number): boolean {
    return score <= this.#worst[index.type[form]!]!;
  }

  offer(index: SearchIndex, form: number, nearness: Nearness, score: number): void {
    if (!this.takes(index, form, score)) return;
    const entry = index.entries[index.entryOf[form]!]!;
    if (!this.#wants(entry)) return;
    const top = this.#tops.get(entry.type) ?? [];
    const match = { entry, form: entry.forms[index.formIn[form]!]!, nearness, score };
    const last = top.length > this.#size ? top.at(-1)! : undefined;
    if (last && compare(last, match) <= 0) return;
    const same = top.findIndex((other) => other.entry === entry);
    if (same >= 0) {
      if (compare(top[same]!, match) <= 0) return;
      top.splice(same, 1);
    }
    const place = top.findIndex((other) => compare(match, other) < 0);
    top.splice(place < 0 ? top.length : place, 0, match);
    // one more than is shown tells that there is more
    if (top.length > this.#size + 1) top.pop();
    if (top.length > this.#size) this.#worst[index.type[form]!] = top.at(-1)!.score;
    this.#tops.set(entry.type, top);
  }

  /** By type, the type with the best match first. */
  groups(): { type: FoundType; more: boolean; matches: Match[] }[] {
    return [...this.#tops]
      .sort(([, one], [, other]) => compare(one[0]!, other[0]!))
      .map(([type, top]) => ({
        type,
        more: top.length > this.#size,
        matches: top.slice(0, this.#size),
      }));
  }

  #wants({ type, kind, levels }: Entry): boolean {
    const among = this.#among;
    return (
      among.types.has(type) &&
      (among.kind === undefined || among.kind === kind) &&
      (among.level === undefined || levels.includes(among.level))
    );
  }
}

function compare(one: Match, other: Match): number {
  return (
    one.score - other.score ||
    Number(other.entry.framework?.inUse ?? false) - Number(one.entry.framework?.inUse ?? false) ||
    one.form.text.length - other.form.text.length ||
    (one.form.text < other.form.text ? -1 : one.form.text > other.form.text ? 1 : 0)
  );
}
