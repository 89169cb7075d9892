import { sql, type Kysely } from 'kysely';
import { enterScope, inScope, platformScope } from '#src/db/scope.ts';
import type { DB } from '#src/db/types.ts';
import { addMember } from '#src/organisations/add-member.ts';
import { ensureOrganisation, getOrganisationRef } from '#src/organisations/organisations.ts';
import { insertPerson } from '#src/people/insert-person.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { OrganisationRole, PlatformRole } from '#src/actors/contract.ts';
import { createAccount } from '#src/accounts/create-account.ts';
import { getPlatformOwner } from '#src/actors/queries.ts';

type DemonstrationRole = OrganisationRole | PlatformRole;

interface Stand {
  role: DemonstrationRole;
  /** Plainly nobody: the role, and that it is an example. */
  name: string;
  organisation: 'platform' | 'ministry' | 'university' | 'bank';
}

const STANDS: readonly Stand[] = [
  { role: 'secretariat', name: 'Thư ký Minh Họa', organisation: 'platform' },
  { role: 'operator', name: 'Vận hành Minh Họa', organisation: 'platform' },
  { role: 'planner', name: 'Hoạch định Minh Họa', organisation: 'ministry' },
  { role: 'framework-editor', name: 'Biên tập Minh Họa', organisation: 'ministry' },
  { role: 'trainer', name: 'Tập huấn Minh Họa', organisation: 'ministry' },
  { role: 'viewer', name: 'Người xem Minh Họa', organisation: 'ministry' },
  { role: 'administrator', name: 'Quản trị Minh Họa', organisation: 'university' },
  { role: 'programme-designer', name: 'Chương trình Minh Họa', organisation: 'university' },
  { role: 'reviewer', name: 'Duyệt Minh Họa', organisation: 'university' },
  { role: 'recognition-officer', name: 'Công nhận Minh Họa', organisation: 'university' },
  { role: 'lecturer', name: 'Giảng viên Minh Họa', organisation: 'university' },
  { role: 'invigilator', name: 'Giám thị Minh Họa', organisation: 'university' },
  { role: 'hr', name: 'Nhân sự Minh Họa', organisation: 'bank' },
];

const ORGANISATIONS = {
  ministry: { kind: 'state-body', name: 'Bộ Minh Họa' },
  university: { kind: 'university', name: 'Trường Đại học Minh Họa' },
  bank: { kind: 'enterprise', name: 'Ngân hàng Minh Họa' },
} as const;

/** Makes the people of the demonstration: one for each role, in plainly fictional organisations. */
export async function insertDemonstrationAccounts(db: Kysely<DB>, actor: Actor): Promise<void> {
  await inScope(db, platformScope, async (trx) => {
    if (await hasDemonstrationAccounts(trx)) return;
    const ids: Record<Stand['organisation'], number> = {
      platform: await getPlatformOwner(trx),
      ministry: await ensureOrganisation(trx, actor, {
        ...ORGANISATIONS.ministry,
        fictional: true,
      }),
      university: await ensureOrganisation(trx, actor, {
        ...ORGANISATIONS.university,
        fictional: true,
      }),
      bank: await ensureOrganisation(trx, actor, { ...ORGANISATIONS.bank, fictional: true }),
    };
    for (const { role, name, organisation } of STANDS) {
      const email = emailOf(role);
      const personId = await insertPerson(trx, actor, { displayName: name, language: 'vi' });
      await createAccount(trx, { personId, name, email, emailProven: true });
      const organisationId = ids[organisation];
      await addMember(trx, actor, {
        personId,
        organisationId,
        fullName: name,
        email,
        roles: [role],
      });
    }
  });
}

async function hasDemonstrationAccounts(db: Kysely<DB>): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('email', '=', emailOf('secretariat'))
    .executeTakeFirst();
  return row !== undefined;
}

/** .example is reserved for what does not exist. */
function emailOf(role: DemonstrationRole): string {
  return `${role}@minh-hoa.example`;
}

export async function listDemonstrationRoles(db: Kysely<DB>) {
  const found = await db.transaction().execute(async (begun) => {
    const trx = await enterScope(begun, platformScope);
    return trx
      .selectFrom('account')
      .innerJoin('role_grant', 'role_grant.person_id', 'account.person_id')
      .select(['role', 'organisation_id as organisationId'])
      .where('email', '=', sql<string>`role || '@minh-hoa.example'`)
      .where('revoked_at', 'is', null)
      .execute();
  });
  const order = STANDS.map(({ role }) => role as string);
  found.sort((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
  return Promise.all(
    found.map(async ({ role, organisationId }) => ({
      role,
      organisation: (await getOrganisationRef(db, organisationId)).name,
    })),
  );
}

export async function findDemonstrationAccount(
  db: Kysely<DB>,
  role: string,
): Promise<{ accountId: string } | undefined> {
  const row = await db
    .selectFrom('account')
    .select('id as accountId')
    .where('email', '=', `${role}@minh-hoa.example`)
    .executeTakeFirst();
  return row;
}
