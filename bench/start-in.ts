import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Started {
  url: string;
  stop(): Promise<void>;
}

/** Starts `nhip start` (or another command) of a checkout on a free port; resolves when it says that it is ready. */
export async function startIn(
  checkout: string,
  home: string,
  command: 'start' | 'serve' = 'start',
): Promise<Started> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, [join(checkout, 'bin/nhip'), command, '--json'], {
    env: { ...environment, NHIP_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const ready = /"url": "([^"]+)"/.exec(said)?.[1];
      if (ready) resolve(ready);
    });
    child.once('exit', () => reject(new Error(`nhip ${command} ended: ${said}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
