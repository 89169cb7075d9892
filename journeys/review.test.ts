import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

test('A reviewer decides by keyboard, sees the share move, and takes the decision back', (t) =>
  stage.visit({ as: 'reviewer' }, async ({ page, open, complaints }) => {
    await open('/review');
    const first = await surfaceOf(page);

    await t.test('A accepts, and the next item is on the screen at once', async () => {
      await page.keyboard.press('a');
      await page.waitForFunction(
        (before) => document.querySelector('article mark')?.textContent !== before,
        first,
      );
      await progress(page, 1);
    });

    await t.test('K goes back to it and shows what was decided, J goes on', async () => {
      await page.keyboard.press('k');
      assert.equal(await surfaceOf(page), first);
      const accept = page.getByRole('button', { name: /^Chấp nhận/ });
      assert.equal(await accept.getAttribute('aria-pressed'), 'true');
      await page.keyboard.press('j');
      assert.notEqual(await surfaceOf(page), first);
    });

    const code = await competencyOf(page);
    const before = await vacanciesOf(page, code);

    await t.test(
      'R rejects, and the share of that competency falls on the demand page',
      async () => {
        await page.keyboard.press('r');
        await progress(page, 2);
        assert.ok((await vacanciesOf(page, code)) < before);
      },
    );

    await t.test('Z takes it back, and the share is what it was', async () => {
      await page.keyboard.press('z');
      await progress(page, 1);
      assert.equal(await vacanciesOf(page, code), before);
    });

    await t.test('Every letter has a button, and letters can be switched off', async () => {
      const bar = page.getByRole('group', { name: 'Quyết định' });
      for (const name of [/^Chấp nhận/, /^Bác bỏ/, /^Hoàn tác/, /^Mục trước/, /^Mục sau/]) {
        assert.ok(await bar.getByRole('button', { name }).isVisible());
      }
      const shown = await surfaceOf(page);
      await page.getByLabel('Dùng phím tắt một chữ cái').uncheck();
      await page.keyboard.press('r');
      await page.keyboard.press('j');
      assert.equal(await surfaceOf(page), shown);
      await progress(page, 1);
    });

    assert.deepEqual(complaints, []);
  }));

describe('Held advertisements', () => {
  test('are admitted all at once, count, and are held again on request', () =>
    stage.visit({ as: 'secretariat' }, async ({ page, open }) => {
      const counted = await vacancies(page);
      await open('/advertisements?status=held');
      await page.getByRole('button', { name: 'Chọn tất cả 12 tin khớp bộ lọc' }).click();
      await page.getByText('Đã chọn 12 tin').waitFor();
      await page.getByRole('button', { name: /^Đưa vào số liệu/ }).click();
      await page.getByText('Đã đưa 12 tin vào số liệu.').waitFor();
      assert.ok((await vacancies(page)) > counted, 'the admitted ones count');
      await page.getByRole('button', { name: 'Hoàn tác' }).click();
      await page.getByText('Đã hoàn tác: 12 tin trở lại trạng thái giữ lại.').waitFor();
      assert.equal(await vacancies(page), counted);
    }));

  test('can be excluded one by one, and the list says so', () =>
    stage.visit({ language: 'en', as: 'secretariat' }, async ({ page, open }) => {
      await open('/advertisements?status=held');
      const box = page.getByRole('checkbox', { name: /^Choose “/ }).first();
      await box.check();
      await page.getByRole('button', { name: /^Exclude from the figures/ }).click();
      await page.getByText('1 advertisement is excluded.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('Undone: 1 advertisement is held again.').waitFor();
    }));
});

function surfaceOf(page: Page): Promise<string> {
  return page.locator('article mark').first().innerText();
}

async function competencyOf(page: Page): Promise<string> {
  const href = await page.locator('article h2 a').getAttribute('href');
  return decodeURIComponent(new URL(href!, page.url()).pathname.split('/').at(-1)!);
}

async function progress(page: Page, decided: number): Promise<void> {
  await page.getByText(new RegExp(`^${decided} / \\d+`)).waitFor();
}

/** How many vacancies ask for a competency, as another person's demand page says now. */
async function vacanciesOf(page: Page, code: string): Promise<number> {
  const other = await page.context().newPage();
  try {
    await other.goto('/demand?lang=vi');
    const row = other
      .locator('tbody tr')
      .filter({ has: other.locator(`a[href*="/competencies/${code}"]`) });
    return numberIn(await row.locator('a[href*="/advertisements"]').innerText());
  } finally {
    await other.close();
  }
}

/** All vacancies that count, as the demand page says. */
async function vacancies(page: Page): Promise<number> {
  const other = await page.context().newPage();
  try {
    await other.goto('/demand?lang=vi');
    return numberIn(await other.locator('main a[href*="status=counted"] strong').innerText());
  } finally {
    await other.close();
  }
}

function numberIn(words: string): number {
  const digits = /\d[\d.]*/.exec(words)?.[0];
  assert.ok(digits, `a number in “${words}”`);
  return Number(digits.replaceAll('.', ''));
}
