import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { narrow, wide, type Language } from './browser.ts';
import { pageFindings } from './page-findings.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const MAP = '/frameworks/NHIP-DC/map';
const languages: Language[] = ['vi', 'en'];

const picture = (page: Page) => page.getByTestId('framework-map').and(page.locator('[data-scale]'));
const nearness = async (page: Page) =>
  Number(await picture(page).getAttribute('data-scale', { timeout: 10_000 }));
const chosen = (page: Page) => new URL(page.url()).searchParams.get('at');

for (const language of languages) {
  for (const width of [wide, narrow]) {
    test(`The map can be read by everybody in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`, () =>
      stage.visit({ language, width }, async (visit) => {
        for (const at of ['', '?at=WB', '?at=WB.HTML-CSS', '?at=no-such-code']) {
          await visit.open(MAP + at);
          await picture(visit.page).waitFor();
          assert.deepEqual(await pageFindings(visit), {}, at);
        }
      }));
  }
}

test('Search without accents flies to what it finds, in either language', () =>
  stage.visit({ language: 'vi' }, async ({ page, open, complaints }) => {
    await open(MAP);
    await picture(page).waitFor();
    assert.equal(await nearness(page), 1);
    const search = page.getByRole('combobox', { name: 'Tìm trên bản đồ' });
    await search.fill('html va css');
    await page.getByRole('option', { name: /HTML và CSS/ }).waitFor();
    await search.press('Enter');
    await page.waitForURL(/at=WB\.HTML-CSS/);
    assert.ok((await nearness(page)) > 4);
    await search.fill('web platform');
    await page.getByRole('option', { name: /Nền tảng web/ }).click();
    await page.waitForURL(/at=WB\.STANDARDS/);
    await search.fill('khongcogicả');
    await page.getByText('Không có mục nào khớp').waitFor();
    assert.deepEqual(complaints, []);
  }));

test('The keyboard alone walks from tile to tile, in and out, and opens a competency', () =>
  stage.visit({ language: 'en' }, async ({ page, open, complaints }) => {
    await open(`${MAP}?at=WB.HTML-CSS`);
    await picture(page).waitFor();
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForURL((url) => url.searchParams.get('at') !== 'WB.HTML-CSS');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('0');
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('canvas')?.dataset.scale === '1.00',
    );
    await page.keyboard.press('+');
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('canvas')?.dataset.scale) > 1.5,
    );
    await page.keyboard.press('/');
    assert.equal(
      await page.getByRole('combobox').evaluate((one) => one === document.activeElement),
      true,
    );
    await page.getByRole('combobox').fill('WB.SASS');
    await page.keyboard.press('Enter');
    await page.waitForURL(/at=WB\.SASS/);
    await page.getByText(/a tool of HTML and CSS/).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/competencies\/WB\.SASS/);
    assert.deepEqual(complaints, []);
  }));

test('The wheel comes nearer, a pull moves, a press chooses; the list does the same', () =>
  stage.visit({ language: 'en' }, async ({ page, open, complaints }) => {
    await open(MAP);
    const box = (await picture(page).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 200];
    await page.mouse.move(x, y);
    for (let turn = 0; turn < 6; turn += 1) await page.mouse.wheel(0, -200);
    await page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('canvas')?.dataset.scale) > 3,
    );
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 60, { steps: 5 });
    await page.mouse.up();
    assert.equal(chosen(page), null, 'a pull chooses nothing');
    await page.mouse.click(x, y);
    await page.waitForURL(/at=/);
    await page.getByRole('tree').focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/at=[A-Z]{2}(&|$)/);
    assert.deepEqual(complaints, []);
  }));

test('The poster is one sheet of A3 or A1, and a drawing that can be taken away', () =>
  stage.visit({ language: 'vi' }, async ({ page, open, complaints }) => {
    await open(MAP);
    await picture(page).waitFor();
    for (const [size, width] of [
      ['A3', 1191],
      ['A1', 2384],
    ] as const) {
      await page.evaluate(() => (window.print = () => undefined));
      await page.getByRole('button', { name: `In khổ ${size}` }).click();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 1, `one sheet of ${size}`);
      assert.ok(Math.abs(Number(/MediaBox \[0 0 ([\d.]+)/.exec(pdf)![1]) - width) < 2, size);
    }
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^SVG/ }).click(),
    ]);
    const svg = await readFile((await file.path())!, 'utf8');
    assert.match(svg, /^<\?xml/);
    for (const name of ['HTML và CSS', 'Tailwind CSS', 'Phát triển web']) {
      assert.ok(svg.includes(name), name);
    }
    assert.deepEqual(complaints, []);
  }));

test('The framework and each of its competencies lead to the map', () =>
  stage.visit({ language: 'vi' }, async ({ page, open, complaints }) => {
    await open('/frameworks/NHIP-DC');
    await page.getByRole('link', { name: 'Bản đồ', exact: true }).click();
    await page.waitForURL(/NHIP-DC\/map/);
    await open('/competencies/WB.HTML-CSS');
    await page.getByRole('link', { name: 'Trên bản đồ' }).click();
    await page.waitForURL(/NHIP-DC\/map\?.*at=WB\.HTML-CSS/);
    await picture(page).waitFor();
    assert.ok((await nearness(page)) > 4);
    assert.deepEqual(complaints, []);
  }));
