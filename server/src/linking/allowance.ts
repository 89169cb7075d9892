/** How often each of many may do something: so many turns in a period, and so many at the same time. */
export class Allowance {
  readonly #limits: { turns: number; seconds: number; atOnce: number };
  readonly #taken = new Map<string, number[]>();
  readonly #busy = new Map<string, number>();

  constructor(limits: { turns: number; seconds: number; atOnce: number }) {
    this.#limits = limits;
  }

  /** Takes a turn; or says in how many seconds there is one. */
  take(who: string, now = Date.now()): { end: () => void } | { seconds: number } {
    const { turns, seconds, atOnce } = this.#limits;
    const since = now - seconds * 1000;
    this.#forget(since);
    const recent = (this.#taken.get(who) ?? []).filter((at) => at > since);
    if (recent.length >= turns) {
      return { seconds: Math.max(1, Math.ceil((recent[0]! - since) / 1000)) };
    }
    const busy = this.#busy.get(who) ?? 0;
    if (busy >= atOnce) return { seconds: 1 };
    this.#taken.set(who, [...recent, now]);
    this.#busy.set(who, busy + 1);
    return { end: () => this.#end(who) };
  }

  /** How many are remembered. */
  get size(): number {
    return this.#taken.size;
  }

  #end(who: string): void {
    const left = (this.#busy.get(who) ?? 1) - 1;
    if (left > 0) this.#busy.set(who, left);
    else this.#busy.delete(who);
  }

  /** Nobody's turns are kept longer than they count. */
  #forget(since: number): void {
    if (this.#taken.size < 1000) return;
    for (const [who, times] of this.#taken) {
      if (times.at(-1)! <= since) this.#taken.delete(who);
    }
  }
}
