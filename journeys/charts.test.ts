import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { Language } from './browser.ts';
import { idsOf } from './ids.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

const charts: Record<Language, Record<'/' | '/coverage/' | '/brief/', string[]>> = {
  vi: {
    '/': ['nhu-cau-chua-day', 'ban-do-tinh'],
    '/coverage/': ['nhu-cau-theo-bang-chung'],
    '/brief/': ['nhu-cau-theo-bang-chung', 'nhu-cau-chua-day'],
  },
  en: {
    '/': ['uncovered-demand', 'province-map'],
    '/coverage/': ['demand-by-evidence'],
    '/brief/': ['demand-by-evidence', 'uncovered-demand'],
  },
};
const sources = {
  vi: /Nguồn: Dữ liệu minh họa.*n = 257 vị trí tuyển từ 259 tin.*Xuất từ Nhịp ngày \d\d\/\d\d\/\d{4}/,
  en: /Source: Demonstration data.*n = 257 vacancies from 259 advertisements.*Exported from Nhịp on \d\d \w+ \d{4}/,
};

for (const language of ['vi', 'en'] as const) {
  const name = language === 'vi' ? 'Vietnamese' : 'English';

  test(`Every chart goes out as a drawing in ${name} that carries its letters and its source`, () =>
    stage.visit({ language }, async ({ page, open, complaints }) => {
      for (const [path, files] of await screens(language)) {
        await open(path);
        assert.equal(await buttons(page, 'SVG').count(), files.length, path);
        for (const [i, file] of files.entries()) {
          const saved = await download(page, 'SVG', i, file);
          const svg = await readFile(saved, 'utf8');
          assert.match(svg, sources[language], file);
          assert.doesNotMatch(svg, /\bundefined\b|\bNaN\b|\[object/);
          assert.deepEqual(await faultsOfDrawing(page, saved), [], file);
          await open(path);
        }
      }
      assert.deepEqual(complaints, []);
    }));

  test(`Every chart goes out as a picture in ${name} with all of its letters`, () =>
    stage.visit({ language }, async ({ page, open, complaints }) => {
      for (const [path, files] of await screens(language)) {
        await open(path);
        for (const [i, file] of files.entries()) {
          const png = await readFile(await download(page, 'PNG', i, file));
          assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
          assert.ok(png.length > 20_000, `${file}: ${png.length} bytes`);
          assert.ok(png.readUInt32BE(16) >= 1500, 'twice as wide as the drawing');
          assert.deepEqual(await partsWithoutInk(page, png), [], file);
        }
      }
      assert.deepEqual(complaints, []);
    }));
}

test('A chart that cannot be drawn says so and can be asked for again', () =>
  stage.visit({ language: 'vi' }, async ({ page, open }) => {
    await open('/');
    await page.route('**/*.woff2', (route) => route.abort());
    await buttons(page, 'PNG').first().click();
    await page.getByText('Chưa vẽ được hình').waitFor();
    await page.unroute('**/*.woff2');
    await download(page, 'PNG', 0, 'nhu-cau-chua-day');
    assert.equal(await page.getByText('Chưa vẽ được hình').count(), 0);
  }));

test('The buttons under a chart do not stand on paper', () =>
  stage.visit({ language: 'vi' }, async ({ page, open }) => {
    await open('/');
    await page.emulateMedia({ media: 'print' });
    for (const button of await buttons(page, 'SVG').all()) {
      assert.equal(await button.isVisible(), false);
    }
  }));

async function screens(language: Language): Promise<[string, string[]][]> {
  const { programme } = await idsOf(stage.server.url);
  return Object.entries(charts[language]).map(([path, files]) => [
    path === '/' ? path : `${path}${programme}`,
    files,
  ]);
}

function buttons(page: Page, kind: 'SVG' | 'PNG') {
  return page.getByRole('button', { name: new RegExp(`^${kind}: .+`), includeHidden: true });
}

/** Presses the button of the i-th chart and gives the path of the file; its name says chart and day. */
async function download(page: Page, kind: 'SVG' | 'PNG', i: number, chart: string) {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    buttons(page, kind).nth(i).click(),
  ]);
  const name = file.suggestedFilename();
  assert.match(name, new RegExp(`^nhip-${chart}-\\d{4}-\\d\\d-\\d\\d\\.${kind.toLowerCase()}$`));
  const saved = join(stage.home, name);
  await file.saveAs(saved);
  return saved;
}

/** Opens a drawing by itself, away from the server: its own letters are there, and all stand inside. */
async function faultsOfDrawing(page: Page, file: string): Promise<string[]> {
  await page.goto(pathToFileURL(file).href);
  return page.evaluate(async () => {
    await document.fonts.ready;
    const faces = [...document.fonts].filter(({ status }) => status === 'loaded').length;
    const faults = faces === 4 ? [] : [`${faces} of 4 cuts`];
    const root = document.documentElement as unknown as SVGSVGElement;
    if (root.localName !== 'svg') return [`not a drawing: ${root.localName}`];
    const { right, bottom } = root.getBoundingClientRect();
    for (const text of document.querySelectorAll('text')) {
      const box = text.getBoundingClientRect();
      if (box.left < 0 || box.right > right || box.bottom > bottom) {
        faults.push(`outside: ${text.textContent}`);
      }
    }
    return faults;
  });
}

/** Of the mark, the title and the source line, those that the picture leaves blank. */
async function partsWithoutInk(page: Page, png: Buffer): Promise<string[]> {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const brush = canvas.getContext('2d')!;
      brush.drawImage(image, 0, 0);
      const dark = (x: number, y: number, width: number, height: number) => {
        const { data } = brush.getImageData(x, y, width, height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if (data[i]! + data[i + 1]! < 260) count++;
        return count > 200;
      };
      const { width, height } = image;
      const parts = {
        mark: dark(60, 0, 200, 60),
        title: dark(60, 110, 600, 90),
        source: dark(60, height - 70, 500, 40),
        name: dark(width - 120, height - 200, 60, 190),
      };
      return Object.entries(parts).flatMap(([part, inked]) => (inked ? [] : [part]));
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}
