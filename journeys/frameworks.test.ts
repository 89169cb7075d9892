import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { arrived, narrow } from './browser.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const tree = '/frameworks/NHIP-DC';

test('From the list of frameworks to a competency, by way of the tree', () =>
  stage.visit({ as: 'viewer' }, async ({ page, open, complaints }) => {
    await open('/frameworks');
    await page.getByRole('link', { name: 'Khung năng lực số và công cụ Nhịp' }).click();
    await page.getByRole('treeitem').first().waitFor();
    await page.getByLabel('Lọc theo tên hoặc mã').fill('kubern');
    const found = page
      .getByRole('treeitem')
      .filter({ has: page.getByText('Kubernetes', { exact: true }) });
    // what matches and the area above it, of all that there is
    await page.waitForFunction(() => document.querySelectorAll('[role=treeitem]').length < 8);
    await found.click();
    await page.waitForURL(/at=/);
    await page.getByRole('link', { name: 'Mở trang' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kubernetes' }).waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A framework is taken away as a workbook, a table and a package of CASE', () =>
  stage.visit({ width: narrow }, async ({ page, open, complaints }) => {
    await open(tree);
    const button = page.getByRole('button', { name: 'Tải về' });
    await button.press('Enter');
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(await sidewaysScroll(page), []);
    for (const [link, name, begin] of [
      ['Bảng tính Excel (.xlsx)', /^NHIP-DC-[\d.]+\.xlsx$/, 'PK'],
      ['Bảng CSV', /^NHIP-DC-[\d.]+\.csv$/, ''],
      ['CASE 1.1 (JSON)', /^NHIP-DC-[\d.]+\.case-1\.1\.json$/, '{"CFDocument"'],
      ['CASE 1.0 (JSON)', /^NHIP-DC-[\d.]+\.case-1\.0\.json$/, '{"CFDocument"'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: link }).click();
      const file = await download;
      assert.match(file.suggestedFilename(), name);
      const bytes = await readFile(await file.path());
      assert.ok(bytes.length > 1000);
      assert.equal(bytes.subarray(0, begin.length).toString(), begin);
    }
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'CASE 1.1 (JSON)' }).waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
  }));

describe('The tree is walked with the keyboard like a tree of files', () => {
  test('right opens, left goes back, a letter jumps, Enter opens the page', () =>
    stage.visit({}, async ({ page, open }) => {
      await open(tree);
      await page.getByRole('button', { name: 'Thu gọn tất cả' }).click();
      const element = page.getByRole('tree');
      await element.focus();
      const active = page.locator('[role=treeitem][aria-selected=true]');
      await page.keyboard.press('Home');
      await active.waitFor();
      const area = await active.innerText();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      assert.equal(await active.getAttribute('aria-level'), '2');
      const id = await active.getAttribute('id');
      assert.equal(await element.getAttribute('aria-activedescendant'), id);
      await page.keyboard.press('ArrowLeft');
      assert.equal(await active.innerText(), area);
      await page.keyboard.press('ArrowLeft');
      assert.equal(await active.getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('k');
      assert.match(await active.innerText(), /^K/);
      const name = (await active.innerText()).split('\n')[0]!;
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name }).waitFor();
    }));

  test('an address that names an entry opens the tree on it', () =>
    stage.visit({}, async ({ page, open }) => {
      await open(`${tree}?at=PL.JAVA`);
      const active = page.locator('[role=treeitem][aria-selected=true]');
      await active.filter({ hasText: 'Java' }).waitFor();
      await page.getByRole('complementary').getByText('PL.JAVA').waitFor();
    }));
});

test('Two competencies stand side by side, and change sides', () =>
  stage.visit({}, async ({ page, open, complaints }) => {
    await open('/compare?a=NHIP-DC/PL.JAVA');
    await page
      .getByRole('region', { name: 'Bên trái' })
      .getByRole('link', { name: 'Java' })
      .waitFor();
    await page.getByRole('searchbox', { name: /^Bên phải/ }).fill('pyton');
    await page
      .getByRole('button', { name: /^Python/ })
      .first()
      .click();
    const right = page.getByRole('region', { name: 'Bên phải' });
    await right.getByRole('link', { name: 'Python', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Đổi bên' }).click();
    await right.getByRole('link', { name: 'Java', exact: true }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(complaints, []);
  }));

test('A framework prints as a document with every definition', () =>
  stage.visit({}, async ({ page, open }) => {
    // a long one asks first which part is wanted
    await open(`${tree}/print`);
    await page.getByLabel('Phần in').selectOption('Toàn bộ khung');
    await page.getByRole('heading', { name: /IN\.KUBERNETES/ }).waitFor();
    assert.ok((await page.getByRole('article').count()) > 1_000);
    await page.emulateMedia({ media: 'print' });
    assert.ok(!(await page.getByRole('button', { name: 'In tài liệu này' }).isVisible()));
    assert.ok(await page.getByRole('heading', { name: /IN\.KUBERNETES/ }).isVisible());
  }));

test('Two roles stand in one picture, which leaves as a drawing and as a table', () =>
  stage.visit({ language: 'vi' }, async ({ page, open, complaints }) => {
    await open('/roles/compare?a=NHIP-DC/ROLE.DATA-ANALYST&b=NHIP-DC/ROLE.DATA-ENGINEER');
    const picture = page.getByRole('figure');
    await picture.getByRole('heading', { name: /cùng cần \d+ năng lực/ }).waitFor();
    await picture
      .getByRole('img', { name: /Kỹ sư dữ liệu: mức \d/ })
      .first()
      .waitFor();
    for (const [press, ending] of [
      ['SVG', 'svg'],
      ['PNG', 'png'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        picture.getByRole('button', { name: new RegExp(`^${press}`) }).click(),
      ]);
      assert.ok(file.suggestedFilename().endsWith(ending), file.suggestedFilename());
      if (ending !== 'svg') continue;
      const svg = await readFile((await file.path())!, 'utf8');
      assert.ok(svg.includes('Kho dữ liệu') && svg.includes('NHIP-DC'), 'names and source');
    }
    const [table] = await Promise.all([
      page.waitForEvent('download'),
      picture.getByRole('link', { name: 'CSV' }).click(),
    ]);
    assert.match(await readFile((await table.path())!, 'utf8'), /Kho dữ liệu,cả hai/);
    await page.getByText('Bảng: từng năng lực').click();
    await page.getByRole('table').waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    assert.deepEqual(complaints, []);
  }));

test('On a phone two roles compared fit and have no faults', () =>
  stage.visit({ width: narrow, language: 'en', scheme: 'dark' }, async ({ page, open }) => {
    await open('/roles/compare?a=NHIP-DC/ROLE.DATA-ANALYST&b=NHIP-DC/ROLE.DATA-ENGINEER');
    await page.getByRole('figure').waitFor();
    assert.deepEqual(await sidewaysScroll(page), []);
    assert.deepEqual(await accessibilityFindings(page), []);
  }));

for (const { language, inIt, title } of [
  { language: 'vi', inIt: 'Phát triển web', title: 'Nền tảng web và giao thức HTTP' },
  { language: 'en', inIt: 'Web development', title: 'Web platform and HTTP' },
] as const) {
  test(`An area prints as a booklet on A4 with its headings as an outline, in ${language === 'vi' ? 'Vietnamese' : 'English'}`, () =>
    stage.visit({ language }, async ({ page, open, complaints }) => {
      await open(`${tree}/print?under=WB`);
      await page.getByRole('heading', { name: `WB ${inIt}`, exact: true }).waitFor();
      const entries = await page.getByRole('article').count();
      const levels = await page.getByRole('article').locator('dd').count();
      assert.ok(entries > 20 && levels > 20, `${entries} entries, ${levels} levels`);
      const options = { preferCSSPageSize: true, tagged: true, outline: true };
      const pdf = (await page.pdf(options)).toString('latin1');
      const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
      assert.ok(pages >= 3 && pages <= entries / 2, `${pages} pages of ${entries} entries`);
      const [, width, height] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(pdf)!.map(Number);
      assert.ok(Math.abs(width! - 595) < 2 && Math.abs(height! - 842) < 2, `${width} × ${height}`);
      const outline = outlineOf(pdf);
      assert.ok(outline.includes(`WB ${inIt}`), outline.slice(0, 4).join('\n'));
      assert.ok(outline.includes(`WB.STANDARDS ${title}`), outline.slice(0, 4).join('\n'));
      assert.equal(outline.length, entries + 1, 'every entry and the framework');
      assert.ok(!outline.some((one) => one.startsWith('DB')), 'nothing of another area');
      assert.deepEqual(complaints, []);
    }));
}

/** The titles in the outline of a PDF that Chromium wrote: hexadecimal UTF-16, or plain letters. */
function outlineOf(pdf: string): string[] {
  return [...pdf.matchAll(/\/Title (?:<FEFF([0-9A-F]*)>|\(((?:\\.|[^\\)])*)\))\s*\/Dest/g)].map(
    ([, wide, plain]) =>
      wide === undefined
        ? plain!.replace(/\\(.)/g, '$1')
        : Buffer.from(wide, 'hex').swap16().toString('utf16le'),
  );
}

test('On a phone the tree, a competency and the comparison fit and have no faults', () =>
  stage.visit({ width: narrow, as: 'viewer' }, async ({ page, open }) => {
    for (const address of [
      `${tree}?at=PL.JAVA`,
      '/competencies/PL.JAVA',
      '/compare',
      '/search?q=java',
    ]) {
      await open(address);
      await arrived(page);
      assert.deepEqual(await sidewaysScroll(page), [], address);
      assert.deepEqual(await accessibilityFindings(page), [], address);
    }
  }));

test('A visitor reads a competency without being sent to sign in', () =>
  stage.visit({}, async ({ page, open, complaints }) => {
    await open('/competencies/PL.JAVA');
    await page.getByRole('heading', { level: 1, name: 'Java' }).waitFor();
    assert.match(page.url(), /\/competencies\/PL\.JAVA/);
    assert.deepEqual(complaints, []);
  }));
