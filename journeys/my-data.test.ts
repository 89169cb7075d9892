import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { arrived, narrow, wide, type Language } from './browser.ts';
import { pageFindings } from './page-findings.ts';
import { cookieAs, signInAs } from './sign-in-as.ts';
import { setStage } from './stage.ts';

const stage = setStage('demonstration');
const languages: Language[] = ['vi', 'en'];

const own = [
  '/me',
  '/me?part=log',
  '/me?part=consents&give=1',
  '/me?part=corrections',
  '/me?part=profile',
  '/me?part=erasure',
  '/farewell',
];
const office = ['/corrections', '/retention?add=1'];

describe('Every page of my data, and of those who answer for it, can be read by everybody', () => {
  for (const language of languages) {
    for (const width of [wide, narrow]) {
      test(`in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`, (t) =>
        stage.visit({ language, width }, async (visit) => {
          const pages = { lecturer: own, administrator: office };
          for (const [role, addresses] of Object.entries(pages)) {
            await signInAs(visit.page, stage.server.url, role);
            for (const address of addresses) {
              await t.test(`${address} as ${role}`, async () => {
                visit.complaints.length = 0;
                await visit.open(address);
                assert.deepEqual(await pageFindings(visit), {});
                assert.equal(await visit.page.locator('h1:visible').count(), 1);
              });
            }
          }
        }));
    }
  }
});

test('A person lets a ministry look, withdraws it, and takes the withdrawal back', () =>
  stage.visit({}, async ({ page, open, complaints }) => {
    await signInAs(page, stage.server.url, 'reviewer');
    await open('/me?part=consents');
    await page.getByText('Bạn chưa đồng ý cho tổ chức nào').waitFor();
    await page.getByRole('button', { name: 'Cho một tổ chức xem' }).click();
    const agree = page.getByRole('button', { name: 'Tôi đồng ý' });
    await agree.click();
    await page.getByText('Hãy chọn một tổ chức.').waitFor();
    await page.getByText('Hãy chọn ít nhất một loại dữ liệu.').waitFor();
    await page.getByPlaceholder('Tìm tổ chức').fill('bo minh');
    await page.getByRole('radio', { name: 'Bộ Minh Họa' }).check();
    await page.getByLabel('Để làm gì').selectOption('workforce-planning');
    await page.getByRole('checkbox', { name: /^Vai trò/ }).check();
    await page.getByText(/^Tôi đồng ý để Bộ Minh Họa xem/).waitFor();
    await agree.click();
    const sentence = /^Bộ Minh Họa được xem vai trò ở các tổ chức khác để quy hoạch nhân lực/;
    const given = page.getByRole('listitem').filter({ hasText: sentence });
    await given.getByText('Còn hiệu lực').waitFor();

    await page.getByRole('button', { name: /^Rút lại:/ }).click();
    await page.getByText('Bạn chưa đồng ý cho tổ chức nào').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await given.getByText('Còn hiệu lực').waitFor();
    await page.getByText('Đã rút lại hoặc hết hạn (1)').waitFor();
    assert.deepEqual(complaints, []);
  }));

test('A person asks for corrections; the organisation accepts one and refuses one with a reason', (t) =>
  stage.visit({}, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'recognition-officer');

    await t.test('the request is sent from where the data stand', async () => {
      await open('/me');
      const holder = page.getByRole('region', { name: 'Trường Đại học Minh Họa' });
      await holder.getByText('Xem dữ liệu (1 mục)').first().click();
      await holder.getByRole('link', { name: 'Đề nghị đính chính: Họ tên' }).click();
      await page.getByText('Đang ghi: Công nhận Minh Họa').waitFor();
      await ask(page, 'Công Nhận Minh Họa', 'Viết hoa theo giấy tờ minh họa.');
      await page.getByLabel('Mục').selectOption('phone');
      await page.getByText('Đang để trống').waitFor();
      await ask(page, '024 0000 0000', 'Số mới.');
      await page.getByText('Họ tên: Công nhận Minh Họa → Công Nhận Minh Họa').waitFor();
      assert.equal(await page.getByText('Đang chờ', { exact: true }).count(), 2);
    });

    await t.test('the administrator decides', async () => {
      await signInAs(page, stage.server.url, 'administrator');
      await open('/corrections');
      await page.getByText('2 yêu cầu đang chờ').waitFor();
      await page.getByRole('button', { name: 'Chấp nhận: Họ tên: Công Nhận Minh Họa' }).click();
      await page.getByText('1 yêu cầu đang chờ').waitFor();
      await page.getByRole('button', { name: /^Từ chối: Điện thoại/ }).click();
      await page.getByRole('button', { name: 'Gửi lời từ chối' }).click();
      await page.getByText('Hãy nói lý do').waitFor();
      await page
        .getByRole('textbox', { name: 'Vì sao từ chối' })
        .fill('Số này chưa được xác nhận.');
      await page.getByRole('button', { name: 'Gửi lời từ chối' }).click();
      await page.getByText('Không có yêu cầu nào đang chờ').waitFor();
    });

    await t.test('the person reads both answers, and who looked', async () => {
      await signInAs(page, stage.server.url, 'recognition-officer');
      await open('/me?part=corrections');
      await page.getByText('Đã chấp nhận', { exact: true }).waitFor();
      await page.getByText('Trả lời: Số này chưa được xác nhận.').waitFor();
      await page.getByText('Đang ghi: Công Nhận Minh Họa').waitFor();
      await page.getByRole('link', { name: 'Ai đã xem' }).click();
      await page
        .getByText(
          /quản trị viên của Trường Đại học Minh Họa đã xem yêu cầu đính chính của bạn để thực hiện quyền/,
        )
        .first()
        .waitFor();
    });
  }));

test('Two organisations that write a name differently stand side by side', () =>
  stage.visit({ language: 'en' }, async ({ page, open }) => {
    const { url } = stage.server;
    const administrator = await cookieAs(url, 'administrator');
    const invited = await callAs(administrator, '/api/organisations/2/invitations', {
      email: 'hr@minh-hoa.example',
      fullName: 'Nhan Su Minh Hoa',
      roles: ['lecturer'],
    });
    const token = (invited as { link: string }).link.split('#')[1];
    await callAs(await cookieAs(url, 'hr'), '/api/invitations/accept', { token });
    await signInAs(page, url, 'hr');
    await open('/me');
    const differing = page.getByRole('region', { name: 'What is written about you differs' });
    for (const name of ['Nhan Su Minh Hoa', 'Nhân sự Minh Họa']) {
      await differing.getByText(name, { exact: true }).first().waitFor();
    }
    await differing
      .getByRole('link', { name: 'Ask for a correction: Name at Trường Đại học Minh Họa' })
      .click();
    await page.getByText('Written now: Nhan Su Minh Hoa').waitFor();
  }));

test('Everything that is held can be taken away as JSON and as a page to read', () =>
  stage.visit({ language: 'en' }, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'trainer');
    await open('/me');
    for (const kind of ['JSON', 'HTML']) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: `Download (${kind})` }).click();
      const file = await download;
      assert.match(file.suggestedFilename(), new RegExp(`\\.${kind.toLowerCase()}$`));
      assert.match(await readFile(await file.path(), 'utf8'), /Tập huấn Minh Họa/);
    }
  }));

test('The name that a person chooses is saved and stands in the account menu', () =>
  stage.visit({}, async ({ page, open }) => {
    await signInAs(page, stage.server.url, 'trainer');
    await open('/me?part=profile');
    await page.getByLabel('Tên hiển thị').fill('');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Hãy viết tên hiển thị.').waitFor();
    await page.getByLabel('Tên hiển thị').fill('Tập Huấn Minh Họa');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu hồ sơ.').waitFor();
    await page.getByRole('button', { name: 'Tài khoản của Tập Huấn Minh Họa' }).waitFor();
  }));

test('A person erases everything: first what would happen, then what a rule keeps, then farewell', (t) =>
  stage.visit({ language: 'en' }, async (visit) => {
    const { page, open } = visit;
    await t.test('an administrator sets a rule that keeps memberships', async () => {
      await signInAs(page, stage.server.url, 'administrator');
      await open('/retention');
      await page.getByRole('button', { name: 'Add a rule' }).click();
      await page.getByLabel('Months to keep it after it ends').fill('60');
      await page.getByLabel('Ground').fill('Quy chế minh họa, Điều 3');
      await page.getByLabel('Source').fill('Văn bản đặt ra cho bản minh họa');
      await page.getByRole('button', { name: 'Add a rule' }).last().click();
      await page.getByRole('cell', { name: '60 months' }).waitFor();
    });

    await t.test('the plan says what goes and what stays until when', async () => {
      await signInAs(page, stage.server.url, 'invigilator');
      await open('/me?part=erasure');
      const kept = page.getByRole('heading', { name: 'Has to stay because of a rule' });
      await kept.waitFor();
      await page.getByText('Ground: Quy chế minh họa, Điều 3').waitFor();
      await page.getByText(/^until \d\d \w+ 2031$/).waitFor();
      await page.getByLabel('Type “ERASE MY DATA”').fill('erase');
      await page.getByRole('button', { name: 'Erase for ever' }).click();
      await page.getByText('That is not the sentence.').waitFor();
    });

    await t.test('the sentence does it, and the last page says what is left', async () => {
      await page.getByLabel('Type “ERASE MY DATA”').fill('erase my  data');
      await page.getByRole('button', { name: 'Erase for ever' }).click();
      await page.getByRole('heading', { name: 'Your data have been erased' }).waitFor();
      await page.getByText('Ground: Quy chế minh họa, Điều 3').waitFor();
      await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
      assert.deepEqual(await pageFindings(visit), {});
      await page.goto('/me');
      await page.waitForURL(/\/sign-in/);
      await arrived(page);
    });

    await t.test('and the rule can be ended', async () => {
      await signInAs(page, stage.server.url, 'administrator');
      await open('/retention');
      await page.getByRole('button', { name: /^End the rule/ }).click();
      await page.getByRole('button', { name: 'End the rule', exact: true }).click();
      await page.getByText(/^The rule is no longer in force after/).waitFor();
    });
  }));

async function ask(page: Page, wanted: string, reason: string): Promise<void> {
  await page.getByLabel('Nên ghi là').fill(wanted);
  await page.getByLabel('Vì sao').fill(reason);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.getByText('Đã gửi đề nghị').waitFor();
  await page.getByRole('status').getByRole('button', { name: 'Đóng' }).click();
}

async function callAs(cookie: string, path: string, body: unknown): Promise<unknown> {
  const reply = await fetch(new URL(path, stage.server.url), {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(reply.ok, await reply.clone().text());
  return reply.json();
}
