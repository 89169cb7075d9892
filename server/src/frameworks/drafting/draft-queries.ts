import { sql, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { FrameworkMark } from '../version-queries.ts';
import type { OpenDraft } from './open-draft.ts';

/** Two people who begin a version at once come one after the other. */
export async function lockFramework(
  trx: Transaction<DB>,
  code: string,
): Promise<FrameworkMark | undefined> {
  return trx
    .selectFrom('framework')
    .where('code', '=', code)
    .select([
      ...(['id', 'uuid', 'code'] as const),
      'owner_organisation_id as ownerOrganisationId',
      'in_use as inUse',
    ])
    .forUpdate()
    .executeTakeFirst();
}

export async function copyAbout(trx: Transaction<DB>, from: number, to: number): Promise<void> {
  await sql`
    update framework_version v set licence = b.licence, extra = b.extra
      from framework_version b where b.id = ${from} and v.id = ${to}`.execute(trx);
}

/** Deletes a draft; concepts that stood in no other version go too, and a framework that has nothing left. */
export async function deleteDraft(
  trx: Transaction<DB>,
  { versionId, frameworkId }: OpenDraft,
): Promise<void> {
  for (const table of [
    ...['framework_edit', 'framework_comment', 'framework_review', 'competency_succession'],
    ...['role_requirement', 'role_title', 'role_text', 'role_version', 'competency_relation'],
    ...['competency_level_text', 'competency_level', 'competency_text', 'competency_version'],
    ...['framework_definition', 'framework_version_text'],
  ]) {
    await sql`
      delete from ${sql.table(table)} where framework_version_id = ${versionId}`.execute(trx);
  }
  await trx.deleteFrom('framework_version').where('id', '=', versionId).execute();
  await sql`
    delete from lexicon_entry e using competency c
     where e.competency_id = c.id and c.framework_id = ${frameworkId} and ${orphan('c')}`.execute(
    trx,
  );
  await sql`
    delete from competency c where framework_id = ${frameworkId} and ${orphan('c')}`.execute(trx);
  await sql`
    delete from role r where framework_id = ${frameworkId}
       and not exists (select from role_version v where v.role_id = r.id)
       and not exists (select from framework_edit e where e.role_id = r.id)
       and not exists (select from crosswalk x where r.id in (x.from_role_id, x.to_role_id))`.execute(
    trx,
  );
  await deleteEmptyFramework(trx, frameworkId);
}

const orphan = (alias: string) => {
  const id = sql.ref(`${alias}.id`);
  return sql`
    not exists (select from competency_version v where v.competency_id = ${id} or v.parent_competency_id = ${id})
    and not exists (select from framework_edit e where e.competency_id = ${id})
    and not exists (select from competency_succession s where ${id} in (s.from_competency_id, s.to_competency_id))
    and not exists (select from crosswalk x where ${id} in (x.from_competency_id, x.to_competency_id))`;
};

async function deleteEmptyFramework(trx: Transaction<DB>, frameworkId: number): Promise<void> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from framework_version where framework_id = ${frameworkId})
       and not exists (select from competency where framework_id = ${frameworkId})
       and not exists (select from role where framework_id = ${frameworkId})
       and not exists (select from level_scale s join level_equating q on s.id in (q.from_scale_id, q.to_scale_id)
                        where s.framework_id = ${frameworkId}) as empty`.execute(trx);
  if (!rows[0]!.empty) return;
  const own = sql`(select id from level_scale where framework_id = ${frameworkId})`;
  for (const table of ['level_text', 'level', 'level_scale_text']) {
    await sql`delete from ${sql.table(table)} where level_scale_id in ${own}`.execute(trx);
  }
  await sql`delete from level_scale where framework_id = ${frameworkId}`.execute(trx);
  await sql`delete from framework where id = ${frameworkId}`.execute(trx);
}
