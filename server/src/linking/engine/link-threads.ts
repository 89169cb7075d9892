import { Worker } from 'node:worker_threads';
import type { IndexFault, LinkAnswer, LinkedText, LinkOrder } from './orders.ts';

/** The index file was refused; `fault` says why. */
export class IndexRefused extends Error {
  readonly fault: IndexFault;
  constructor(fault: IndexFault) {
    super(`index refused: ${fault}`);
    this.fault = fault;
  }
}

/** The thread ended, or took too long and was ended, before it had answered. */
export class ThreadLost extends Error {}

interface Pending {
  order: LinkOrder;
  resolve: (linked: LinkedText[]) => void;
  reject: (fault: Error) => void;
}

interface Thread {
  worker: Worker;
  pending: Pending | undefined;
  timer: NodeJS.Timeout | undefined;
  ending: boolean;
}

export interface ThreadOptions {
  threads: number;
  /** An order that takes longer ends its thread. */
  patienceMilliseconds?: number;
  /** A thread without orders gives its memory back after so long. */
  idleMilliseconds?: number;
  memoryMegabytes?: number;
  script?: URL;
}

const SCRIPT = new URL('link-thread.ts', import.meta.url);

/**
 * Threads that link texts, started when there is something to do. An order is one thread's from
 * beginning to end; urgent orders go before others that wait.
 */
export class LinkThreads {
  readonly #options: Required<ThreadOptions>;
  readonly #threads = new Set<Thread>();
  readonly #urgent: Pending[] = [];
  readonly #others: Pending[] = [];
  #closed = false;

  constructor(options: ThreadOptions) {
    this.#options = {
      patienceMilliseconds: 120_000,
      idleMilliseconds: 600_000,
      memoryMegabytes: 700,
      script: SCRIPT,
      ...options,
    };
  }

  /** Throws IndexRefused, ThreadLost. */
  run(order: LinkOrder, { urgent = false } = {}): Promise<LinkedText[]> {
    return new Promise((resolve, reject) => {
      if (this.#closed) return reject(new ThreadLost('closed'));
      (urgent ? this.#urgent : this.#others).push({ order, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const pending of [...this.#urgent.splice(0), ...this.#others.splice(0)]) {
      pending.reject(new ThreadLost('closed'));
    }
    await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
  }

  #next(): void {
    while (this.#urgent.length + this.#others.length > 0) {
      const thread = this.#free();
      if (!thread) return;
      this.#give(thread, (this.#urgent.shift() ?? this.#others.shift())!);
    }
  }

  #free(): Thread | undefined {
    const idle = [...this.#threads].find(({ pending, ending }) => !pending && !ending);
    if (idle || this.#closed || this.#threads.size >= this.#options.threads) return idle;
    return this.#start();
  }

  #give(thread: Thread, pending: Pending): void {
    clearTimeout(thread.timer);
    thread.pending = pending;
    thread.worker.ref();
    thread.timer = setTimeout(() => end(thread), this.#options.patienceMilliseconds);
    thread.worker.postMessage(pending.order);
  }

  #start(): Thread {
    const worker = new Worker(this.#options.script, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.memoryMegabytes },
    });
    const thread: Thread = { worker, pending: undefined, timer: undefined, ending: false };
    this.#threads.add(thread);
    let fault: Error | undefined;
    worker.on('message', (answer: LinkAnswer) => this.#answered(thread, answer));
    worker.on('error', (cause: Error) => (fault = cause));
    worker.on('exit', () => {
      clearTimeout(thread.timer);
      this.#threads.delete(thread);
      thread.pending?.reject(new ThreadLost('the thread has ended', { cause: fault }));
      if (!this.#closed) this.#next();
    });
    return thread;
  }

  #answered(thread: Thread, answer: LinkAnswer): void {
    clearTimeout(thread.timer);
    const { pending } = thread;
    thread.pending = undefined;
    thread.worker.unref();
    if ('fault' in answer) pending?.reject(new IndexRefused(answer.fault));
    else pending?.resolve(answer.linked);
    this.#next();
    if (thread.pending) return;
    const { idleMilliseconds } = this.#options;
    thread.timer = setTimeout(() => end(thread), idleMilliseconds);
    thread.timer.unref();
  }
}

function end(thread: Thread): void {
  thread.ending = true;
  void thread.worker.terminate();
}
