import { after, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { copyDemonstration } from './demonstration.ts';
import { makeSetUpLink } from './set-up.ts';
import { visit, type Visit, type VisitOptions } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import {
  removeFolder,
  runNhip,
  startServer,
  temporaryFolder,
  type Server,
} from './start-server.ts';

/** An installation of its own with its server and a browser, for the tests of one file. */
export interface Stage {
  home: string;
  server: Server;
  browser: Browser;
  /** Of an empty installation: where its first administrator makes an account. */
  setUpLink: string;
  /** What a person does at a screen of their own; ends with the person's window closed. */
  visit(options: Omit<VisitOptions, 'server'>, act: (visit: Visit) => Promise<void>): Promise<void>;
}

/**
 * Sets the stage before the tests of a file and clears it afterwards: with the demonstration, or with
 * an installation in which nothing has been imported. `environment`: what its operator has set.
 */
export function setStage(
  what: 'demonstration' | 'empty installation',
  environment: NodeJS.ProcessEnv = {},
): Stage {
  const stage = {
    visit: async (options, act) => {
      const opened = await visit(stage.browser, { ...options, server: stage.server.url });
      try {
        await act(opened);
      } finally {
        await opened.close();
      }
    },
  } as Stage;
  before(async () => {
    stage.home = await temporaryFolder('journey');
    if (what === 'demonstration') await copyDemonstration(stage.home);
    else {
      const { code, errors } = await runNhip(['init'], stage.home);
      if (code !== 0) throw new Error(`nhip init: ${errors}`);
      stage.setUpLink = await makeSetUpLink(stage.home);
    }
    const command = what === 'demonstration' ? 'start' : 'serve';
    stage.server = await startServer(command, stage.home, 0, environment);
    stage.browser = await openBrowser();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
    await removeFolder(stage.home);
  });
  return stage;
}
