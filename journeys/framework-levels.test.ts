import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { narrow, wide, type Language } from './browser.ts';
import { CODE, draftFramework } from './framework-with-levels.ts';
import { pageFindings } from './page-findings.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
let drafted: Promise<void> | undefined;
const visit: typeof stage.visit = async (options, act) => {
  await (drafted ??= draftFramework(stage.server.url));
  await stage.visit(options, act);
};

const LEVELS = `/frameworks/${CODE}/levels`;
const LEXICON = `/frameworks/${CODE}/lexicon`;
const languages: Language[] = ['vi', 'en'];

describe('Levels and lexicon can be read by everybody who may', () => {
  for (const language of languages) {
    for (const width of [wide, narrow]) {
      test(`in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`, () =>
        visit({ language, width, as: 'framework-editor' }, async (visit) => {
          for (const path of [
            `${LEVELS}?open=DLC-4.2&pair=DLC-3~DLC-4`,
            `${LEVELS}?edit=DLC-4&pair=DLC-4~DLC-BANG-CAP&new=1`,
            LEXICON,
            `${LEXICON}?propose=1&competency=DL1`,
            `${LEXICON}?q=không có cách gọi này`,
            `/frameworks/${CODE}/draft?part=levels&open=DLC-4.2&pair=DLC-3~DLC-4`,
            `/frameworks/${CODE}/draft?part=lexicon&propose=1`,
            '/frameworks/NHIP-DC/levels',
            '/frameworks/NHIP-DC/lexicon?q=java',
          ]) {
            await visit.open(path);
            assert.deepEqual(await pageFindings(visit), {}, path);
          }
        }));
    }
  }
});

test('Two scales stand side by side with a band for each equating; an ended one goes into the history', () =>
  visit({ language: 'en', as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(LEVELS);
    await page
      .getByLabel('Two scales', { exact: true })
      .selectOption({ label: 'Public data scale and Old scale of three (2)' });
    const picture = page.getByRole('img', { name: /Public data scale on the left/ });
    assert.equal(await picture.locator('path').count(), 2);
    assert.match(page.url(), /pair=DLC-4~DLC-3|pair=DLC-4%7EDLC-3/);
    await page.getByRole('button', { name: /^End the equating Levels 2–3/ }).click();
    await page.getByLabel('Last day in force').fill('2026-06-30');
    await page.getByRole('button', { name: 'End the equating', exact: true }).click();
    await page.getByText('The equating has ended.').waitFor();
    await page.reload();
    await page
      .getByLabel('Two scales', { exact: true })
      .selectOption({ label: 'Public data scale and Old scale of three (1)' });
    await page.getByText('Ended equatings (1)').waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A qualification is never equated with a level: only “typical” is offered', () =>
  visit({ language: 'en', as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(`${LEVELS}?pair=DLC-4~DLC-BANG-CAP&new=1`);
    const form = page.getByRole('form', { name: /^Add an equating of/ });
    const relation = form.getByLabel('Relation');
    assert.deepEqual(await relation.locator('option').allInnerTexts(), ['Typical qualification']);
    await form.getByRole('button', { name: 'Save the equating' }).click();
    await form.getByText('Fill this in.').first().waitFor();
    await form.getByLabel('Method').fill('Survey');
    await form.getByLabel('Source').fill('Report 7');
    await form.getByLabel('Confidence (%)').fill('62,5');
    await form.getByRole('button', { name: 'Save the equating' }).click();
    await page.getByText('The equating is added.').waitFor();
    await page.getByRole('cell', { name: 'Report 7' }).waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A scale whose words an equating has seen gets a new edition; the count of a level opens what it counts', () =>
  visit({ language: 'en', as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(LEVELS);
    await page.getByRole('button', { name: '3 competencies described' }).click();
    await page.getByText('Data cleaning in daily work').waitFor();
    await page.getByRole('button', { name: 'Edit the scale Public data scale' }).click();
    await page.getByText('Saving gives the draft edition 2').waitFor();
    const second = page.getByRole('group', { name: 'Level 2' });
    await second.getByLabel('Name of the level (English)').fill('Works alone');
    await page.getByRole('button', { name: 'Save the scale' }).click();
    await page.getByText('The scale Public data scale is saved.').waitFor();
    const scale = page.getByRole('article', { name: 'Public data scale' });
    await scale.getByText('edition 2').waitFor();
    await scale.getByText('Works alone').waitFor();
    assert.deepEqual(complaints, []);
  }));

test('Forms are approved and rejected by single keys, many at once by a selection, and taken back', () =>
  visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(LEXICON);
    const waiting = () => statusCount(page, 'Chờ duyệt');
    const all = await waiting();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.getByText('Đã duyệt 1 cách gọi.').waitFor();
    await page.keyboard.press('r');
    await page.getByText('Đã từ chối 1 cách gọi.').waitFor();
    assert.equal(await waiting(), all - 2);
    await page.keyboard.press('z');
    await page.getByText('Đã hoàn tác quyết định về 1 cách gọi.').waitFor();
    assert.equal(await waiting(), all - 1);
    await page
      .getByRole('checkbox', { name: 'Chọn mọi cách gọi chờ duyệt trên trang này' })
      .check();
    await page.keyboard.press('a');
    await page.getByText(`Đã duyệt ${all - 1} cách gọi.`).waitFor();
    assert.equal(await waiting(), 0);
    await page.keyboard.press('z');
    await page.getByText(`Đã hoàn tác quyết định về ${all - 1} cách gọi.`).waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    assert.equal(await waiting(), all - 1);
    assert.deepEqual(complaints, []);
  }));

test('Search leaves accents aside, words that name two competencies are marked, and the list is taken away', () =>
  visit({ as: 'framework-editor' }, async ({ page, open, complaints }) => {
    await open(LEXICON);
    await page.getByLabel('Tìm', { exact: true }).fill('chuan hoa');
    await page.getByText('2 cách gọi', { exact: true }).waitFor();
    assert.equal(await page.getByText('Trùng với').count(), 2);
    assert.match(page.url(), /q=chuan/);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'CSV' }).click();
    assert.match((await download).suggestedFilename(), /^nhip-lexicon-.*\.csv$/);
    assert.deepEqual(complaints, []);
  }));

test('Whoever may propose does so for a competency; whoever may not decide sees no button for it', () =>
  visit({ as: 'programme-designer' }, async ({ page, open, complaints }) => {
    await open('/frameworks/NHIP-DC/lexicon?competency=PL.JAVA');
    assert.equal(await page.getByRole('button', { name: /^(Duyệt|Ngừng dùng)/ }).count(), 0);
    await page.getByRole('button', { name: 'Đề xuất cách gọi cho PL.JAVA' }).click();
    const form = page.getByRole('form', { name: 'Đề xuất cách gọi cho PL.JAVA' });
    await form.getByLabel('Cách gọi', { exact: true }).fill('Gia-va thử');
    await form.getByRole('button', { name: 'Đề xuất', exact: true }).click();
    await page.getByText('Đã đề xuất “Gia-va thử”').waitFor();
    await page.getByRole('rowheader', { name: /Gia-va thử/ }).waitFor();
    assert.deepEqual(complaints, []);
    await open('/frameworks/NHIP-DC/levels');
    assert.equal(await page.getByRole('button', { name: /^(Sửa thang|Thêm)/ }).count(), 0);
  }));

const statusCount = (page: Page, status: string) =>
  page.locator('main tbody').getByText(status, { exact: true }).count();
