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
  describe(`An address of something that is not there, in ${language === 'vi' ? 'Vietnamese' : 'English'}`, () => {
    for (const [name, address] of Object.entries(unknown)) {
      test(`${name}: says so with a code and leaves the menu in place`, () =>
        stage.visit({ language }, async ({ page, open, complaints }) => {
          await open(address);
          const alert = page.getByRole('alert');
          await alert.waitFor();
          const text = await alert.innerText();
          assert.match(text, /not-found/);
          assert.ok(await page.locator('nav#navigation').isVisible());
          assert.deepEqual(
            complaints.filter((one) => one.startsWith('script')),
            [],
          );
        }));
    }
  });
}

describe('While the server is away', () => {
  const words = {
    vi: { away: /Không liên lạc được với máy chủ Nhịp/, retry: 'Thử lại', rows: 'Nhu cầu' },
    en: { away: /The Nhịp server cannot be reached/, retry: 'Try again', rows: 'Demand' },
  };
  for (const language of ['vi', 'en'] as const) {
    test(`a page says so in ${language === 'vi' ? 'Vietnamese' : 'English'} with a way out, and recovers when the server is back`, () =>
      stage.visit({ language }, async ({ page, open }) => {
        const say = words[language];
        await open('/programmes');
        const port = Number(new URL(stage.server.url).port);
        await stage.server.stop();
        await page.getByRole('link', { name: say.rows, exact: true }).first().click();
        const alert = page.getByRole('alert');
        await alert.waitFor({ timeout: 20_000 });
        assert.match(await alert.innerText(), say.away);
        stage.server = await startServer('start', stage.home, port);
        await alert.getByRole('button', { name: say.retry }).click();
        await page.locator('main table tbody tr').first().waitFor();
        assert.equal(await alert.count(), 0);
      }));
  }
});
