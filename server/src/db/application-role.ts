import type pg from 'pg';
import { Problem } from '#src/errors.ts';

/** The program works as this role: rows, not the schema, and only the persons in its scope. */
export const applicationRole = 'nhip_application';

/**
 * Makes the role where the server has none, and lets the present user become it. A role belongs to
 * the whole server: another database, or another process at this moment, may have made it already.
 *
 * Throws application-role-missing when the user may neither make nor use it.
 */
export async function ensureApplicationRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ there: boolean; member: boolean; user: string }>(
    `select found.there, current_user::text as user,
       coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = $1), false) as member
     from (select exists (select from pg_roles where rolname = $1) as there) as found`,
    [applicationRole],
  );
  const { there, member, user } = rows[0]!;
  try {
    if (!there) await createRole(client);
    if (!there || !member) await client.query(`grant ${applicationRole} to current_user`);
  } catch (fault) {
    throw new Problem(
      'application-role-missing',
      { user, role: applicationRole },
      { cause: fault },
    );
  }
}

async function createRole(client: pg.ClientBase): Promise<void> {
  try {
    await client.query(`create role ${applicationRole} nologin`);
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code !== '42710' && code !== '23505') throw fault;
  }
}

/** In an embedded database, which only this user's processes reach, the program logs in as the role itself. */
export async function allowApplicationLogin(client: pg.ClientBase | pg.Pool): Promise<void> {
  await client.query(`alter role ${applicationRole} login`);
}

/** Where the owner of the schema and the program have different logins: the latter may become the role. */
export async function admitApplicationUser(
  client: pg.ClientBase | pg.Pool,
  user: string,
): Promise<void> {
  const name = `"${user.replaceAll('"', '""')}"`;
  await client.query(`grant ${applicationRole} to ${name}`);
}
