import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

test('A reviewer decides by keyboard, sees the share move, and takes the decision back', (t) =>
  stage.visit({ as: 'reviewer' }, async ({ page, open, complaints }) => {
    // what counts already, so that a rejection can be seen in the share
    await open('/review?band=accepted');
    const first = await itemOf(page);

    await t.test('A accepts, and the next item is on the screen at once', async () => {
      await page.keyboard.press('a');
      await progress(page, 1);
      assert.notEqual(await itemOf(page), first);
    });

    await t.test('K goes back to it and shows what was decided, J goes on', async () => {
      await page.keyboard.press('k');
      assert.equal(await itemOf(page), first);
      const accept = page.getByRole('button', { name: /^Chấp nhận/ });
      assert.equal(await accept.getAttribute('aria-pressed'), 'true');
      await page.keyboard.press('j');
      assert.notEqual(await itemOf(page), first);
    });

    // stands in many advertisements that say nothing else of its competency
    for (let turn = 0; turn < 12 && (await surfaceOf(page)) !== 'devops'; turn += 1) {
      await page.keyboard.press('j');
    }
    assert.equal(await surfaceOf(page), 'devops');
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

    await t.test('U takes it back, and the share is what it was', async () => {
      await page.keyboard.press('u');
      await progress(page, 1);
      assert.equal(await vacanciesOf(page, code), before);
    });

    await t.test('Every letter has a button, and letters can be switched off', async () => {
      const bar = page.getByRole('group', { name: 'Quyết định' });
      for (const name of [
        ...[/^Chấp nhận/, /^Bác bỏ/, /^Thay thế/, /^Mơ hồ/, /^Thêm/],
        ...[/^Hoàn tác/, /^Mục trước/, /^Mục sau/],
      ]) {
        assert.ok(await bar.getByRole('button', { name }).isVisible());
      }
      const shown = await itemOf(page);
      await page.getByLabel('Dùng phím tắt một chữ cái').uncheck();
      await page.keyboard.press('r');
      await page.keyboard.press('j');
      assert.equal(await itemOf(page), shown);
      await progress(page, 1);
    });

    assert.deepEqual(complaints, []);
  }));

test('A reviewer gives a phrase to another competency, adds one and finds one ambiguous, by keyboard alone', (t) =>
  stage.visit({ as: 'reviewer', width: 390 }, async ({ page, open, complaints }) => {
    await open('/review?kind=advertisement');
    const bar = page.getByRole('group', { name: 'Quyết định' });
    const start = await decidedSoFar(page);

    await t.test('P asks which competency, Escape gives the focus back', async () => {
      await page.keyboard.press('p');
      const field = page.getByRole('searchbox', { name: 'Tìm năng lực' });
      await field.waitFor();
      assert.ok(await field.evaluate((one) => one === document.activeElement));
      await page.keyboard.press('Escape');
      await field.waitFor({ state: 'detached' });
      const opener = bar.getByRole('button', { name: /^Thay thế/ });
      assert.ok(await opener.evaluate((one) => one === document.activeElement));
    });

    await t.test('Enter takes the first that is found, and U takes both words back', async () => {
      const surface = await surfaceOf(page);
      await page.keyboard.press('p');
      await page.keyboard.type('giao tiep');
      await page.getByText(/^\d+ kết quả/).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(`Đã thay thế: “${surface}”`, { exact: false }).waitFor();
      await progress(page, start + 1);
      await page.getByText(/Đang liên kết lại \d+ văn bản/).waitFor();
      await page.getByRole('link', { name: /^Đề xuất vào từ vựng/ }).waitFor();
      await page.keyboard.press('u');
      await page.getByText(`Đã hoàn tác quyết định về “${surface}”`, { exact: false }).waitFor();
      await progress(page, start);
      assert.equal(await surfaceOf(page), surface);
    });

    await t.test('N marks words of the line and links them', async () => {
      await page.keyboard.press('n');
      const line = page.getByRole('textbox', { name: /^Bôi đen cụm từ/ });
      await line.waitFor();
      assert.ok(await line.evaluate((one) => one === document.activeElement));
      for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press('Shift+ArrowRight');
      await page.getByText(/^Đã chọn: “/).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('giao tiep');
      await page.getByText(/^\d+ kết quả/).waitFor();
      await page.keyboard.press('Enter');
      await page.getByText(/^Đã thêm: “/).waitFor();
      await progress(page, start);
      await page.keyboard.press('u');
      await page.getByText(/^Đã hoàn tác quyết định/).waitFor();
    });

    await t.test(
      'M notes that the words alone do not say which; it is listed as such',
      async () => {
        const surface = await surfaceOf(page);
        await page.keyboard.press('m');
        await progress(page, start + 1);
        await page.keyboard.press('?');
        await page.getByText('mơ hồ: chỉ cụm từ này', { exact: false }).waitFor();
        assert.deepEqual(await accessibilityFindings(page), []);
        assert.deepEqual(await sidewaysScroll(page), []);
        await page.getByRole('link', { name: 'Đã duyệt' }).click();
        const row = page.locator('tbody tr').filter({ hasText: surface }).first();
        await row.getByText('Còn mơ hồ').waitFor();
      },
    );

    assert.deepEqual(complaints, []);
  }));

test('Filters of the queue live in the address, and a choice without items says so', () =>
  stage.visit({ as: 'reviewer', language: 'en' }, async ({ page, open }) => {
    await open('/review');
    await page.getByLabel('Kind of text').selectOption('course');
    await page.waitForURL(/kind=course/);
    await page
      .getByText(/course title/)
      .first()
      .waitFor();
    await open('/review?kind=course&framework=none');
    await page.getByText('Nothing matches the filters').waitFor();
    await page.getByRole('link', { name: 'Clear the filters' }).click();
    await page.locator('article mark').first().waitFor();
    assert.ok(!page.url().includes('kind='));
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

async function decidedSoFar(page: Page): Promise<number> {
  return numberIn(
    await page
      .locator('main')
      .getByText(/^\d+ \/ \d+/)
      .innerText(),
  );
}

/** Which pair is open: several competencies may be asked about for one surface. */
async function itemOf(page: Page): Promise<string> {
  return `${await surfaceOf(page)} → ${await competencyOf(page)}`;
}

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
      .filter({ has: other.locator(`a[href*="/competencies/${code}?"]`) });
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
