import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';
import { arrived, narrow, wide, type Language, type Visit } from './browser.ts';
import { idsOf } from './ids.ts';
import { setStage } from './stage.ts';

const demonstration = { vi: 'Dữ liệu minh họa', en: 'Demonstration data' };
const languages: Language[] = ['vi', 'en'];

const stage = setStage('demonstration');

/** Every page by its name, and an address that shows it with something on it. */
async function pages(): Promise<Record<string, string>> {
  const { programme, advertisement, measure, importRun, organisation, member } = await idsOf(
    stage.server.url,
  );
  return {
    'the overview': '/',
    'the demand table': '/demand?area=SE',
    'the list of advertisements': '/advertisements',
    'an advertisement': `/advertisements/${advertisement}`,
    'the frameworks': '/frameworks',
    'a framework as a tree, one entry chosen': '/frameworks/NHIP-DC?at=PL.JAVA',
    'a framework as a document': '/frameworks/NHIP-DC/print?under=PL',
    'two competencies side by side': '/compare?a=NHIP-DC/PL.JAVA&b=NHIP-DC/PL.PYTHON',
    'a role': '/frameworks/NHIP-DC/roles/ROLE.BUSINESS-ANALYST',
    'two roles side by side':
      '/roles/compare?a=NHIP-DC/ROLE.BUSINESS-ANALYST&b=NHIP-DC/ROLE.PRODUCT-OWNER',
    'the certificates': '/certificates',
    'what a search found': '/search?q=lap+trinh',
    'a competency': '/competencies/PL.JAVA',
    'the programmes': '/programmes',
    'a programme': `/programmes/${programme}`,
    'the coverage of a programme, one competency open': `/coverage/${programme}?area=SE&open=SE.API`,
    'what no outcome of a programme says': `/coverage/${programme}?state=not-found`,
    'the printed brief': `/brief/${programme}`,
    'a stored figure': `/measures/${measure}`,
    'the imports': '/imports',
    'an import': `/imports/${importRun}`,
    'the frameworks that are followed': '/imports/subscriptions',
    'the trial of linking': '/linking',
    'the review queue': '/review',
    'the decisions that were taken': '/review?show=decided',
    'the quality of links over time': '/review/quality',
    'links drawn at random': '/review/quality?show=sample',
    'second opinions': '/review/quality?show=opinions',
    calibrations: '/review/quality?show=calibration',
    'the sign-in': '/sign-in',
    'the registration': '/register',
    'the confirmation of an address': '/confirm-address#a-token',
    'a forgotten password': '/forgotten-password',
    'a new password': '/new-password#a-token',
    'the set-up': '/set-up#a-token-of-twenty-signs',
    'a link that lost its token': '/invitation',
    'the outbox': '/outbox',
    'sign-in and security': '/me/sign-in',
    'the organisations': '/organisations',
    'a new organisation': '/organisations?new=1',
    'the tree of State bodies': '/organisations?view=tree',
    'an organisation': `/organisations/${organisation}`,
    'its members, one of them open': `/organisations/${organisation}?part=members&open=${member}`,
    'its invitations': `/organisations/${organisation}?part=invitations`,
    'an address that does not exist': '/không-có-trang-này?q=a',
  };
}

describe(
  'Every page arrives whole, can be read by everybody, is marked as a demonstration and keeps its place in the other language',
  {
    concurrency: 2,
  },
  () => {
    for (const language of languages) {
      for (const width of [wide, narrow]) {
        const where = `in ${language === 'vi' ? 'Vietnamese' : 'English'} at ${width} pixels`;
        test(where, (t) =>
          stage.visit({ language, width, as: 'secretariat' }, async (visit) => {
            for (const [name, address] of Object.entries(await pages())) {
              await t.test(`${name} ${where}`, async () => {
                await checkPage(visit, address, language);
                if (language === 'vi' && width === wide) await switchLanguage(visit);
              });
            }
          }),
        );
      }
    }
  },
);

/** What a template or a number shows when something that it needs is missing. */
const unfilled = /\bundefined\b|\bNaN\b|\[object |\{\{/;

async function checkPage(visit: Visit, address: string, language: Language): Promise<void> {
  const { page, complaints, open } = visit;
  complaints.length = 0;
  await page.emulateMedia({ colorScheme: 'light' });
  await open(address);
  // A row that opens scrolls into view; what then passes under the header is not too small a target.
  await page.evaluate(() => scrollTo(0, 0));
  const found: Record<string, string[]> = {};
  found.errors = [...complaints];
  found.sideways = await sidewaysScroll(page);
  found.words = unfilled.exec(await page.locator('body').innerText()) ?? [];
  found['axe in light'] = await accessibilityFindings(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.getAttribute('data-scheme') === 'dark');
  found['axe in dark'] = await accessibilityFindings(page, ['color-contrast']);
  const kept = Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
  assert.deepEqual(kept, {});
  assert.equal(await page.getAttribute('html', 'lang'), language);
  assert.match(await page.title(), /^.+ · Nhịp$/, 'the window is named after the page');
  assert.equal(await page.locator('h1:visible').count(), 1, 'one visible main heading');
  assert.ok(
    await page.getByText(demonstration[language], { exact: true }).first().isVisible(),
    'the demonstration mark is on the screen',
  );
}

/** The words change in place: same page, same filters. */
async function switchLanguage({ page }: Visit): Promise<void> {
  const before = new URL(page.url());
  await page.getByRole('button', { name: 'en · English' }).click();
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  await arrived(page);
  const after = new URL(page.url());
  assert.equal(after.pathname, before.pathname);
  before.searchParams.set('lang', 'en');
  assert.deepEqual([...after.searchParams].sort(), [...before.searchParams].sort());
  const overview = page.getByRole('link', { name: 'Overview', exact: true });
  assert.ok(await overview.isVisible(), 'the menu speaks English');
  assert.ok(await page.getByText(demonstration.en, { exact: true }).first().isVisible());
}

test('The language is remembered on the next page, whatever its address says', () =>
  stage.visit({}, async (visit) => {
    await visit.open('/');
    await switchLanguage(visit);
    await visit.page.goto('/demand');
    await arrived(visit.page);
    assert.equal(await visit.page.getAttribute('html', 'lang'), 'en');
  }));
