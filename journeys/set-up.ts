import { cookieOf, postJson } from './sign-in-as.ts';
import { runNhip } from './start-server.ts';

/** Who sets up the installations of journeys and benches. */
export const secretariat = {
  name: 'Ban thư ký Thử nghiệm',
  email: 'ban-thu-ky@minh-hoa.example',
  password: 'cầu treo bắc qua sông lớn',
};

/** The path, with its token, of the link that `nhip admin create` prints. */
export async function makeSetUpLink(
  home: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<string> {
  const words = ['admin', 'create', '--json'];
  const { code, output, errors } = await runNhip(words, home, environment);
  const link = /"url": "([^"]+)"/.exec(output)?.[1];
  if (code !== 0 || !link) throw new Error(`nhip admin create: ${errors}`);
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

/** Becomes the secretariat by that link; gives the cookie of the session. */
export async function useSetUpLink(server: string, link: string): Promise<string> {
  const token = new URL(link, server).hash.slice(1);
  return cookieOf(await postJson(new URL('/api/set-up', server), { ...secretariat, token }));
}
