import { operandsOf, type Command } from './arguments.ts';
import { serveInstallation } from './serve-installation.ts';

export async function run(command: Command): Promise<number> {
  operandsOf(command, 'nhip start', 0);
  return serveInstallation(command, 'demo');
}
