import { readdirSync, readFileSync } from 'node:fs';

/** The highest memory, in MB, of a server's own process and of PostgreSQL's together, while it is watched (Linux). */
export class MemoryWatch {
  readonly #timer: NodeJS.Timeout;
  server = 0;
  postgres = 0;

  /** `belongs`: whether a PostgreSQL process, by its command line, serves this database */
  constructor(server: number, belongs: (commandLine: string) => boolean) {
    const look = () => {
      this.server = Math.max(this.server, proportional(server));
      const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
      const own = pids.filter((pid) => pid !== server && belongs(commandOf(pid)));
      const sum = own.reduce((all, pid) => all + proportional(pid), 0);
      this.postgres = Math.max(this.postgres, sum);
    };
    look();
    this.#timer = setInterval(look, 200);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}

/** Pages that several processes share are divided among them, so that a sum counts each once. */
function proportional(pid: number): number {
  try {
    const found = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    return Number(found?.[1] ?? 0) / 1024;
  } catch {
    // the process has ended meanwhile
    return 0;
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
