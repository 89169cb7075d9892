// A tree of 14,000 items in a real browser: rows in the DOM, and the script that a frame costs while a
// reader scrolls, types a filter and holds an arrow key, from Chromium's own trace.
import { openBrowser } from '../journeys/open-browser.ts';
import { readConfig } from '../server/src/config.ts';
import { getActor } from '../server/src/actors/find-actor.ts';
import { openInstallation } from '../server/src/installation/open.ts';
import { openJobs } from '../server/src/jobs/pg-boss.ts';
import { frameworkRow, itemRow } from '../server/src/testing/framework-rows.ts';
import { confirmAndApply, runImportOf } from '../server/src/testing/import-rows.ts';
import { removeFolder, runNhip, startServer, temporaryFolder } from '../journeys/start-server.ts';
import { frameMs, scriptPerFrame, traced } from './script-per-frame.ts';
import { percentile } from './statistics.ts';

const areas = 140;
const itemsEach = 99;
const limits = { rows: 200, scriptMs: 8 };

const home = await temporaryFolder('bench');
try {
  const made = await runNhip(['init'], home);
  if (made.code !== 0) throw new Error(made.errors);
  await load();
  const server = await startServer('serve', home);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const begin = performance.now();
    await page.goto(`${server.url}/frameworks/bridges`);
    await page.getByRole('treeitem').first().waitFor();
    const shown = performance.now() - begin;
    await page.getByRole('button', { name: /Mở tất cả|Expand all/ }).click();
    const tree = page.getByRole('tree');
    const session = await page.context().newCDPSession(page);
    let most = 0;
    const watch = async () => {
      most = Math.max(most, await page.getByRole('treeitem').count());
    };
    const rows: Record<string, object> = {};
    const measured = async (name: string, act: () => Promise<void>) => {
      const frames = scriptPerFrame(await traced(session, act));
      await watch();
      rows[name] = {
        frames: frames.length,
        'p50 ms': round(percentile(frames, 0.5)),
        'p95 ms': round(percentile(frames, 0.95)),
        'worst ms': round(Math.max(...frames)),
      };
      return frames;
    };
    const box = (await tree.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const scrolled = await measured('scrolling', async () => {
      for (let turn = 0; turn < 180; turn += 1) {
        await page.mouse.wheel(0, 240);
        await page.waitForTimeout(frameMs);
        if (turn % 20 === 0) await watch();
      }
    });
    await tree.focus();
    await measured('arrow key held', async () => {
      for (let turn = 0; turn < 120; turn += 1) {
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(frameMs);
      }
    });
    await measured('typing a filter', async () => {
      await page.getByRole('searchbox').first().pressSequentially('item 77', { delay: 90 });
      await page.waitForTimeout(400);
    });
    console.log(`first rows on the screen after ${Math.round(shown)} ms`);
    console.table(rows);
    const p95 = percentile(scrolled, 0.95);
    const reached = most <= limits.rows && p95 <= limits.scriptMs;
    console.log(
      `${areas * (itemsEach + 1)} items: at most ${most} rows in the DOM (limit ${limits.rows}), ` +
        `${round(p95)} ms of script per frame while scrolling (p95, limit ${limits.scriptMs}): ` +
        (reached ? 'reached' : 'NOT reached'),
    );
    if (!reached) process.exitCode = 1;
  } finally {
    await browser.close();
    await server.stop();
  }
} finally {
  await removeFolder(home);
}

async function load(): Promise<void> {
  const opened = await openInstallation(readConfig({ NHIP_HOME: home }), 'main', { create: false });
  try {
    const { database, files, linker, secret } = opened;
    const jobs = openJobs(database.pool, () => undefined);
    const platform = {
      ...{ db: database.db, files, jobs, linker, secret },
      ...{ kind: 'main' as const, programVersion: 'bench', letters: 'kept' as const },
    };
    const actor = await getActor(database.db, 'command-line', 'bench');
    const label = (value: string) => [{ field: 'label' as const, language: 'vi', value }];
    const list = Array.from({ length: areas }, (_, area) => [
      itemRow(`A${area}`, {
        kind: 'area',
        sequence: area,
        texts: label(`Nhóm năng lực số ${area}`),
      }),
      ...Array.from({ length: itemsEach }, (__, at) =>
        itemRow(`A${area}.${at}`, {
          ...{ parent: `A${area}`, sequence: at },
          texts: label(`Item ${at}: dựng, kiểm tra và bảo trì kết cấu loại ${area * at}`),
        }),
      ),
    ]).flat();
    const { id, importer } = await runImportOf(platform, actor, [frameworkRow(), ...list]);
    await confirmAndApply(platform, actor, id, importer);
    await jobs.stop();
  } finally {
    await opened.close();
  }
}

function round(ms: number): number {
  return Number(ms.toFixed(1));
}
