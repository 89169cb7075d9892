import type { Page } from 'playwright-core';

const path = '/api/demonstration/sign-in';

/** One click on a role of the demonstration: from then on the window has that person's session. */
export async function signInAs(page: Page, server: string, role: string): Promise<void> {
  const reply = await page.request.post(new URL(path, server).toString(), { data: { role } });
  if (!reply.ok()) throw new Error(`nobody gets in as ${role}: ${await reply.text()}`);
}

/** The cookie of such a session, for requests without a window. */
export async function cookieAs(server: string, role: string): Promise<string> {
  return cookieOf(await postJson(new URL(path, server), { role }));
}

export function postJson(address: URL, body: unknown): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** What a browser would send back of the cookies that an answer sets. */
export async function cookieOf(reply: Response): Promise<string> {
  if (!reply.ok) throw new Error(`${reply.url}: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
