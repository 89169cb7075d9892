import type axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * What axe-core finds on the page as it stands, one line per finding: every rule of WCAG 2.2 A and AA
 * and the good practices, those included that axe leaves off unless asked.
 */
export async function accessibilityFindings(page: Page, only?: string[]): Promise<string[]> {
  return page.evaluate(async (rules) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await window.axe.run(document, {
      runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
      ...(rules ? {} : { rules: { 'target-size': { enabled: true } } }),
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, any, all, none }) =>
          `${id} (${help}) at ${target.join(' ')}: ${[...any, ...all, ...none].map((check) => check.message).join('; ')}`,
      ),
    );
  }, only);
}

/** Elements that stick out of the window to the side, so that the page scrolls sideways. */
export async function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`${scrollWidth} px of content in ${clientWidth} px: ${out.slice(0, 5).join(', ')}`];
  });
}
