import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { arrived, narrow, type Visit } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');

test('An editor draws links at random, judges them by keyboard, and sees how precise they are', (t) =>
  stage.visit({ as: 'secretariat' }, async ({ page, open, complaints }) => {
    await t.test('without a sample nothing is said', async () => {
      await open('/review');
      await page.getByRole('link', { name: 'Chất lượng liên kết' }).click();
      await page.getByText('Chưa rút mẫu nào').waitFor();
    });

    await t.test('a draw brings links, and A takes them one after the other', async () => {
      await page.getByRole('link', { name: 'Rút mẫu kiểm tra' }).click();
      await page.getByRole('button', { name: 'Rút mẫu mới' }).click();
      await page.getByText(/^Đã rút \d+ liên kết/).waitFor();
      const first = await waiting(page);
      assert.ok(first > 20);
      await page.keyboard.press('a');
      await page.waitForFunction((before) => {
        const said = /Còn ([\d.]+) trong/.exec(document.body.innerText)?.[1];
        return said !== undefined && Number(said.replace('.', '')) < before;
      }, first);
    });

    await t.test(
      'once enough are decided the precision stands there with its interval',
      async () => {
        await decideSample(page);
        await open('/review/quality');
        await page
          .getByRole('img', { name: /^Độ đúng của liên kết: Từ vựng/ })
          .first()
          .waitFor();
        const table = page.getByRole('table', { name: 'Độ đúng theo kỳ' });
        await table
          .getByText(/^\d+–\d+\s%$/)
          .first()
          .waitFor();
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: /SVG/ }).click(),
        ]);
        assert.match(download.suggestedFilename(), /\.svg$/);
      },
    );
    assert.deepEqual(complaints, []);
  }));

test('Enough decisions bring a calibration that shows what it would change, is applied, and is taken back', (t) =>
  stage.visit({ as: 'secretariat' }, async ({ page, open, complaints }) => {
    await open('/review/quality?show=calibration');
    await page
      .getByText(/^Chưa đủ quyết định để hiệu chỉnh/)
      .first()
      .waitFor();
    const decided = await decideRanked(page);
    t.diagnostic(`${decided} pairs of the ranking were decided`);
    await open('/review/quality?show=calibration');
    await page
      .getByRole('img', { name: /^Độ tin cậy của xác suất/ })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Áp dụng hiệu chỉnh/ })
      .first()
      .click();
    await page.getByText(/^Đã áp dụng: [\d.]+ liên kết/).waitFor();
    await page.getByText('đang dùng', { exact: false }).last().waitFor();
    await page.getByText('Số liệu của biểu đồ').first().click();
    assert.deepEqual(await accessibilityFindings(page), []);
    await page.getByRole('button', { name: /^Thu hồi bản hiệu chỉnh/ }).click();
    await page.getByText(/^Đã thu hồi: [\d.]+ liên kết/).waitFor();
    await page.getByText(/^đã thu hồi ngày/).waitFor();
    assert.deepEqual(complaints, []);
  }));

test('Another reviewer gives second opinions without seeing the first, and an editor settles where they disagree', async () => {
  await stage.visit({ as: 'reviewer' }, async ({ page, open, complaints }) => {
    await open('/review/quality?show=opinions');
    const item = page.locator('article');
    await item.waitFor();
    while ((await item.count()) > 0) {
      assert.doesNotMatch(await page.locator('article').innerText(), /Đã chấp nhận|Đã bác bỏ|%/);
      const before = await page.locator('article').innerText();
      await page.keyboard.press('r');
      await page.waitForFunction(
        (text) => (document.querySelector('article') as HTMLElement | null)?.innerText !== text,
        before,
      );
    }
    await page.getByText('Không có mục nào chờ ý kiến của bạn').waitFor();
    await page
      .getByText('Biên tập viên khung năng lực, quản trị viên hoặc ban thư ký giải quyết bất đồng.')
      .waitFor();
    assert.deepEqual(complaints, []);
  });
  await stage.visit({ as: 'secretariat' }, async ({ page, open, complaints }) => {
    await open('/review/quality?show=opinions');
    const heading = page.getByRole('heading', { name: /^Bất đồng chờ giải quyết/ });
    const before = Number(/\d+/.exec(await heading.innerText())![0]);
    await page
      .getByRole('button', { name: /^Bác bỏ “/ })
      .first()
      .click();
    await page.getByRole('heading', { name: `Bất đồng chờ giải quyết (${before - 1})` }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(complaints, []);
  });
});

test('The parts of the page are for everybody: on a phone, in English, without a finding', () =>
  stage.visit(
    { as: 'secretariat', language: 'en', width: narrow },
    async ({ page, open, complaints }) => {
      for (const part of ['precision', 'sample', 'opinions', 'calibration']) {
        await open(`/review/quality?show=${part}`);
        await page.waitForLoadState('networkidle');
        assert.deepEqual(await accessibilityFindings(page), [], part);
        assert.deepEqual(await sidewaysScroll(page), [], part);
      }
      assert.deepEqual(complaints, []);
    },
  ));

async function waiting(page: Page): Promise<number> {
  const line = await page.getByText(/^Còn [\d.]+ trong/).innerText();
  return Number(/Còn ([\d.]+)/.exec(line)![1]!.replace('.', ''));
}

interface Item {
  normalised: string;
  method?: string;
  competency: { id: number };
}

/** Decides what was drawn as a person would by keyboard, without the waiting: nine of ten are accepted. */
async function decideSample(page: Visit['page']): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const { items } = await get<{ items: Item[] }>(page, '/api/review/precision/sample');
    if (items.length === 0) break;
    await decideAll(page, items, (at) => (at % 10 === 9 ? 'reject' : 'accept'));
  }
  await arrived(page);
}

/** Decides what the ranking found, two of three accepted; says how many. */
async function decideRanked(page: Page): Promise<number> {
  let decided = 0;
  for (let turn = 1; turn <= 12 && decided < 400; turn += 1) {
    const { items } = await get<{ items: Item[] }>(
      page,
      `/api/review/queue?undecided=true&size=100&page=${turn}`,
    );
    const ranked = items.filter(({ method }) => method === 'hybrid');
    await decideAll(page, ranked, (at) => (at % 3 === 0 ? 'reject' : 'accept'));
    decided += ranked.length;
  }
  return decided;
}

async function decideAll(page: Page, items: Item[], verdictOf: (at: number) => string) {
  for (const [at, { normalised, competency }] of items.entries()) {
    const reply = await page.request.post('/api/review/decisions', {
      data: { normalised, competencyId: competency.id, verdict: verdictOf(at) },
      headers: { origin: stage.server.url },
    });
    assert.equal(reply.status(), 200, await reply.text());
  }
}

async function get<Body>(page: Page, address: string): Promise<Body> {
  const reply = await page.request.get(address);
  assert.equal(reply.status(), 200, await reply.text());
  return (await reply.json()) as Body;
}
