import { cookieAs } from './sign-in-as.ts';

/** Identifiers that this server has given to things, so that journeys can name their addresses. */
export async function idsOf(server: string) {
  const cookie = await cookieAs(server, 'secretariat');
  const read = async (path: string) => {
    const response = await fetch(new URL(path, server), { headers: { cookie } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json();
  };
  const overview = await read('/api/overview');
  const advertisements = await read('/api/advertisements?status=counted&size=1');
  const [importRun] = await read('/api/imports');
  const { organisation } = await read('/api/session');
  const members = await read(`/api/organisations/${organisation.id}/members`);
  return {
    programme: overview.programme.id as number,
    measure: overview.answers.coverage.id as string,
    advertisement: advertisements.items[0].id as number,
    importRun: importRun.id as string,
    organisation: organisation.id as number,
    member: members.items[0].personId as number,
  };
}
