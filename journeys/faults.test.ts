import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setStage } from './stage.ts';
import { startServer } from './start-server.ts';

const stage = setStage('demonstration');

const unknown = {
  'an advertisement': '/advertisements/999999999',
  'a programme': '/programmes/999999',
  'the coverage of a programme': '/coverage/999999',
  'the brief of a programme': '/brief/999999',
  'a competency': '/competencies/NO.SUCH-THING',
  'a stored figure': '/measures/00000000-0000-4000-8000-000000000000',
  'an import': '/imports/00000000-0000-4000-8000-000000000000',
};

for (const language of ['vi', 'en'] as const) {
  const reader = language === 'vi' ? 'Vietnamese' : 'English';
  test(`An address of something that is not there says so in ${reader} and leaves the menu in place`, (t) =>
    stage.visit({ language, as: 'secretariat' }, async ({ page, open, complaints }) => {
      for (const [name, address] of Object.entries(unknown)) {
        await t.test(`${name}, in ${reader}`, async () => {
          await open(address);
          const alert = page.getByRole('alert');
          await alert.waitFor();
          assert.match(await alert.innerText(), /not-found/);
          assert.ok(await page.locator('nav#navigation').isVisible());
          assert.deepEqual(
            complaints.filter((one) => one.startsWith('script')),
            [],
          );
        });
      }
    }));
}

describe('While the server is away', () => {
  const words = {
    vi: { away: /Không liên lạc được với máy chủ Nhịp/, retry: 'Thử lại', training: 'Đào tạo' },
    en: { away: /The Nhịp server cannot be reached/, retry: 'Try again', training: 'Training' },
  };
  for (const language of ['vi', 'en'] as const) {
    const name = language === 'vi' ? 'Vietnamese' : 'English';
    test(`a page says so in ${name} with a way out, and recovers when the server is back`, () =>
      stage.visit({ language }, async ({ page, open }) => {
        const say = words[language];
        await open('/demand');
        const alert = page.getByRole('alert');
        const retry = alert.getByRole('button', { name: say.retry });
        await whileServerIsAway(async () => {
          await page.locator('main select').first().selectOption({ index: 3 });
          await alert.waitFor({ timeout: 20_000 });
          assert.match(await alert.innerText(), say.away);
          // A page that was never opened before lacks its code as well as its data.
          await page.getByRole('link', { name: say.training, exact: true }).first().click();
          await page.waitForURL(/\/programmes/);
          await alert.waitFor({ timeout: 20_000 });
          assert.match(await alert.innerText(), say.away);
          await retry.click();
          assert.ok(await alert.isVisible(), 'the words stay until the server answers');
        });
        await retry.click();
        await page.locator('main table tbody tr').first().waitFor();
        await page.goBack();
        await page.locator('main table tbody tr, main h2').first().waitFor();
        await alert.waitFor({ state: 'detached' });
      }));
  }
});

async function whileServerIsAway(act: () => Promise<void>): Promise<void> {
  const port = Number(new URL(stage.server.url).port);
  await stage.server.stop();
  try {
    await act();
  } finally {
    stage.server = await startServer('start', stage.home, port);
  }
}
