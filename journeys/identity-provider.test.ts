import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEST_CLIENT, testIdentityProvider } from '../server/src/testing/identity-provider.ts';
import { accessibilityFindings } from './accessibility.ts';
import { visit } from './browser.ts';
import { openBrowser } from './open-browser.ts';
import { makeSetUpLink, useSetUpLink } from './set-up.ts';
import { removeFolder, runNhip, startServer, temporaryFolder } from './start-server.ts';

test('Whoever presses the button of the identity provider comes back signed in, and a provider that is down is said in words', async (t) => {
  const provider = await testIdentityProvider(t);
  const home = await temporaryFolder('journey');
  t.after(() => removeFolder(home));
  assert.equal((await runNhip(['init'], home)).code, 0);
  const link = await makeSetUpLink(home);
  const server = await startServer('serve', home, 0, {
    OIDC_ISSUER: provider.issuer.origin,
    OIDC_CLIENT_ID: TEST_CLIENT.clientId,
    OIDC_CLIENT_SECRET: TEST_CLIENT.clientSecret,
    OIDC_NAME: 'Định danh Thử nghiệm',
  });
  t.after(() => server.stop());
  await useSetUpLink(server.url, link);
  const browser = await openBrowser();
  t.after(() => browser.close());
  const { page, open, complaints, close } = await visit(browser, { server: server.url });

  provider.misbehave.down = true;
  await open('/sign-in');
  // opened under the address in figures: the provider knows the server by its name
  await page.getByRole('link', { name: /Định danh Thử nghiệm/ }).click();
  const button = page.getByRole('button', { name: /Định danh Thử nghiệm/ });
  await button.click();
  await page.getByText(/không liên lạc được với hệ thống định danh Định danh Thử nghiệm/).waitFor();
  assert.deepEqual(await accessibilityFindings(page), []);

  provider.misbehave.down = false;
  await button.click();
  // somebody whom no organisation has taken in has their own data to read, and nothing else
  await page.waitForURL((url) => url.hostname === 'localhost' && url.pathname === '/me');
  await page.getByRole('button', { name: /^Tài khoản của/ }).waitFor();
  assert.deepEqual(
    complaints.filter((one) => !/50[23]|403/.test(one)),
    [],
  );
  await close();
});
