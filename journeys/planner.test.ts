import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

const words = {
  vi: {
    questions: 'Bốn câu hỏi về khoảng cách',
    refused: 'Chưa thể kết luận',
    n: /n = 257 vị trí tuyển/,
    recognised: 'Năng lực nhận ra trong tin',
  },
  en: {
    questions: 'The four questions of the gap',
    refused: 'Cannot be told yet',
    n: /n = 257 vacancies/,
    recognised: 'Competencies found in it',
  },
};

for (const language of ['vi', 'en'] as const) {
  const reader =
    language === 'vi' ? 'A planner who reads Vietnamese' : 'A planner who reads English';
  const say = words[language];

  describe(reader, () => {
    test('finds one question answered with bounds, interval and n, and three refused in words', () =>
      stage.visit({ language }, async ({ page, open }) => {
        await open('/');
        const tiles = page.getByRole('group', { name: say.questions }).locator('article, section');
        assert.equal(await tiles.count(), 4);
        const [answered, ...refused] = await tiles.allInnerTexts();
        assert.match(answered!, /\d+–\d+\s?%/, 'bounds');
        assert.match(answered!, /95\s?%: \d+–\d+\s?%/, 'interval');
        assert.match(answered!, say.n, 'n');
        for (const text of refused) {
          assert.ok(text.includes(say.refused), text);
          const sentences = text.split('\n').filter((line) => /\S\.$/.test(line.trim()));
          assert.equal(sentences.length, 2, `what is missing and what would answer it: ${text}`);
        }
      }));

    test('follows the largest uncovered demand down to the words of an advertisement', () =>
      stage.visit({ language }, async ({ page, open, complaints }) => {
        await open('/');
        const first = page.locator('ol a[href*="/coverage/"]').first();
        const name = (await first.innerText()).trim();
        await first.click();
        const toggle = page.locator('button[aria-expanded="true"][aria-controls]');
        await toggle.waitFor();
        assert.ok((await toggle.getAttribute('aria-label'))!.includes(name), 'the row is open');
        await readAdvertisement(page, say.recognised);
        assert.deepEqual(complaints, []);
      }));

    test('opens a taught competency by keyboard and reads the words of the outcome that says so', () =>
      stage.visit({ language }, async ({ page, open }) => {
        await open('/');
        await page.locator('a[href*="/coverage/"]').first().click();
        await page.waitForURL(/\/coverage\/\d+/);
        const [first, second] = [toggleOf(page, 0), toggleOf(page, 1)];
        await first.focus();
        await page.keyboard.press('ArrowDown');
        assert.ok(await isFocused(second), 'the arrow moves to the next row');
        await page.keyboard.press('Enter');
        assert.equal(await second.getAttribute('aria-expanded'), 'true');
        const detail = page.locator(`[id="${await second.getAttribute('aria-controls')}"]`);
        const said = detail.locator('[data-tone="supply"] mark').first();
        await said.waitFor();
        assert.match(await said.innerText(), /\S/);
        assert.match(page.url(), /[?&]open=/, 'the address shares the open row');
        await page.keyboard.press('Enter');
        assert.equal(await second.getAttribute('aria-expanded'), 'false');
      }));
  });
}

/** From an open row to one of its advertisements, where the competency is underlined. */
async function readAdvertisement(page: Page, recognised: string): Promise<void> {
  const excerpt = page.locator('td [data-tone="demand"] mark').first();
  await excerpt.waitFor();
  const surface = await excerpt.innerText();
  await page.locator('td a[href*="/advertisements/"]').first().click();
  await page.waitForURL(/\/advertisements\/\d+/);
  await page.getByRole('heading', { name: recognised }).waitFor();
  const marked = await page.locator('main mark').allInnerTexts();
  assert.ok(marked.includes(surface), `${surface} is marked among ${marked.join(', ')}`);
}

function toggleOf(page: Page, place: number): Locator {
  return page.locator('tbody button[aria-expanded]').nth(place);
}

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
