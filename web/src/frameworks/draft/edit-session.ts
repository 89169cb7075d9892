import type { Conflict, DraftPart, Fields } from '@nhip/server/frameworks/drafting/contract.ts';

export type FieldState = 'typed' | 'saving' | 'saved' | 'failed' | 'conflict';

interface Typed {
  value: unknown;
  /** the revision at which the editor saw what the field said before */
  seen: number;
  state: FieldState;
}

type Answer =
  { part: DraftPart | null; revision: number } | { conflicts: Conflict[]; revision: number };
/** Shows what stands now; null: what stands has to be asked for, and is shown when the promise is kept. */
export type OnSaved = (part: DraftPart | null) => void | Promise<void>;
type SendFields = (body: { seen: number; change: Fields }) => Promise<Answer>;

export interface SessionState {
  typed: Readonly<Record<string, Typed>>;
  /** fields that have been saved since the entry was opened */
  saved: ReadonlySet<string>;
  conflicts: readonly Conflict[];
  fault: unknown;
}

const PAUSE_MS = 700;

/**
 * What somebody types into one entry until it is saved. It outlives the form: whoever looks at another entry
 * and comes back finds it again. Each field is sent with the revision that it was read at, so that nobody
 * else's words are overwritten unseen; what is refused stays typed.
 */
export class EditSession {
  state: SessionState = { typed: {}, saved: new Set(), conflicts: [], fault: undefined };
  readonly #send: SendFields;
  readonly #onSaved: OnSaved;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #seen = 0;
  /** at which the wordings in conflict were read */
  #conflictSeen = 0;

  constructor(sendFields: SendFields, onSaved: OnSaved) {
    this.#send = sendFields;
    this.#onSaved = onSaved;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What stands on the server, as the form shows it from now on. */
  arrived(seen: number): void {
    this.#seen = Math.max(this.#seen, seen);
  }

  type(field: string, value: unknown, now = false): void {
    const seen = this.state.typed[field]?.seen ?? this.#seen;
    this.#change({
      typed: { ...this.state.typed, [field]: { value, seen, state: 'typed' } },
      fault: undefined,
    });
    clearTimeout(this.#timer);
    if (now) void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Sends what is typed; fields that were read at different revisions go one group after the other. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (let group = this.#next(); group; group = this.#next()) {
        if (!(await this.#save(group.seen, group.fields))) break;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** A person has seen both wordings: null keeps the other one. */
  async decide(choices: Readonly<Record<string, { value: unknown } | null>>): Promise<void> {
    const seen = this.#conflictSeen;
    this.#change({ conflicts: [] });
    await this.#onSaved(null);
    const typed = { ...this.state.typed };
    for (const [field, choice] of Object.entries(choices)) {
      if (choice === null) delete typed[field];
      else typed[field] = { value: choice.value, seen, state: 'typed' };
    }
    this.#change({ typed });
    await this.flush();
  }

  /** The conflict stays; the words stay typed. */
  postpone(): void {
    this.#change({ conflicts: [] });
  }

  get unsaved(): boolean {
    return Object.keys(this.state.typed).length > 0;
  }

  #next(): { seen: number; fields: string[] } | undefined {
    const waiting = Object.entries(this.state.typed).filter(([, { state }]) => state === 'typed');
    if (waiting.length === 0) return undefined;
    const seen = Math.min(...waiting.map(([, one]) => one.seen));
    return { seen, fields: waiting.filter(([, one]) => one.seen === seen).map(([field]) => field) };
  }

  async #save(seen: number, fields: readonly string[]): Promise<boolean> {
    const sent = Object.fromEntries(fields.map((field) => [field, this.state.typed[field]!.value]));
    this.#mark(fields, 'saving');
    try {
      const answer = await this.#send({ seen, change: sent });
      if ('conflicts' in answer) {
        const inConflict = answer.conflicts.map(({ field }) => field);
        this.#mark(fields, 'typed');
        this.#mark(inConflict, 'conflict');
        this.#conflictSeen = answer.revision;
        this.#change({ conflicts: answer.conflicts });
        // the others of the same group do not wait for a decision
        return fields.some((field) => !inConflict.includes(field));
      }
      // first what stands now, then what is no longer typed: the field never shows the words of before
      await this.#onSaved(answer.part);
      this.#settle(sent, answer.revision);
      return true;
    } catch (fault) {
      this.#mark(fields, 'failed');
      this.#change({ fault });
      return false;
    }
  }

  /** What was typed further while it was on its way stays to be sent, after what has just been saved. */
  #settle(sent: Fields, revision: number): void {
    const typed = { ...this.state.typed };
    for (const [field, value] of Object.entries(sent)) {
      const now = typed[field];
      if (!now) continue;
      if (now.value === value) delete typed[field];
      else typed[field] = { ...now, seen: revision, state: 'typed' };
    }
    this.#seen = Math.max(this.#seen, revision);
    const saved = new Set([...this.state.saved, ...Object.keys(sent)]);
    this.#change({ typed, saved, fault: undefined });
  }

  #mark(fields: readonly string[], state: FieldState): void {
    const typed = { ...this.state.typed };
    for (const field of fields) {
      const one = typed[field];
      if (one) typed[field] = { ...one, state };
    }
    this.#change({ typed });
  }

  #change(part: Partial<SessionState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Tries again what could not be sent. */
  retry(): void {
    const failed = Object.entries(this.state.typed).filter(([, { state }]) => state === 'failed');
    this.#mark(
      failed.map(([field]) => field),
      'typed',
    );
    void this.flush();
  }
}
