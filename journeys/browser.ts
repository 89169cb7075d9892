import type { Browser, Page } from 'playwright-core';
import axe from 'axe-core';
import { signInAs } from './sign-in-as.ts';

export type Language = 'vi' | 'en';
export type Scheme = 'light' | 'dark';

export const wide = 1440;
export const narrow = 390;

/** A page of a fresh browser profile, and everything that went wrong on it so far. */
export interface Visit {
  page: Page;
  /** Errors of the console, of scripts and of requests, and dialogs, in the order they came. */
  complaints: string[];
  /** Opens an address of the server in the visit's language and waits until it has arrived. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

export interface VisitOptions {
  server: string;
  language?: Language;
  width?: number;
  scheme?: Scheme;
  /** The role of the demonstration whose person this is; a visitor when left out. */
  as?: string;
}

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { server, language = 'vi', width = wide, scheme = 'light' } = options;
  const context = await browser.newContext({
    baseURL: server,
    viewport: { width, height: width > 600 ? 900 : 844 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    acceptDownloads: true,
  });
  await context.addInitScript({ content: axe.source });
  const page = await context.newPage();
  if (options.as) await signInAs(page, server, options.as);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => complaints.push(`script: ${fault.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  const open = async (path: string) => {
    const address = new URL(path, server);
    address.searchParams.set('lang', language);
    await page.goto(address.toString());
    await arrived(page);
  };
  return { page, complaints, open, close: () => context.close() };
}

/** Until the page has its heading, nothing on it is loading any more, and its letters are there. */
export async function arrived(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1:not(.visually-hidden)') !== null &&
      document.querySelector(
        'main [role=status]:is([aria-label="Đang tải…"], [aria-label="Loading…"])',
      ) === null,
    undefined,
    { timeout: 15_000 },
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
