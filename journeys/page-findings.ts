import type { Visit } from './browser.ts';
import { accessibilityFindings, sidewaysScroll } from './accessibility.ts';

/** What a template or a number shows when something that it needs is missing. */
const unfilled = /\bundefined\b|\bNaN\b|\[object |\{\{|\{organisation\}/;

/** All that is wrong with the page as it stands, in both colour schemes; an empty object: nothing. */
export async function pageFindings({ page, complaints }: Visit): Promise<Record<string, string[]>> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.emulateMedia({ colorScheme: 'light' });
  const found: Record<string, string[]> = {
    errors: [...complaints],
    sideways: await sidewaysScroll(page),
    words: unfilled.exec(await page.locator('body').innerText()) ?? [],
    'axe in light': await accessibilityFindings(page),
  };
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.getAttribute('data-scheme') === 'dark');
  found['axe in dark'] = await accessibilityFindings(page, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  return Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0));
}
