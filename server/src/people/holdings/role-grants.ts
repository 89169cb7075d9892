import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { dateOf } from '../dates.ts';
import type { Doors } from '../doors.ts';
import { dataOf, type Holding } from '../holding.ts';

export function roleGrantHolding(doors: Pick<Doors, 'revokeRole'>): Holding {
  return {
    code: 'role-grant',
    fate: 'ended',
    async list(trx, personIds) {
      const rows = await trx
        .selectFrom('role_grant')
        .selectAll()
        .where('person_id', 'in', [...personIds])
        .orderBy('organisation_id')
        .orderBy('id')
        .execute();
      return rows.map((row) => {
        const ended = row.revoked_at ?? row.expires_at;
        return {
          personId: row.person_id,
          id: String(row.id),
          organisationId: row.organisation_id,
          since: dateOf(row.granted_at),
          endedOn: ended && ended <= new Date() ? dateOf(ended) : null,
          data: dataOf({
            role: ROLE_NAMES[row.role],
            start: dateOf(row.granted_at),
            end: ended && dateOf(ended),
          }),
        };
      });
    },
    // the end of an affiliation ends its roles; what stands without one ends here
    async end(trx, actor, items) {
      for (const { personId, id, organisationId } of items) {
        const grant = { personId, grantId: Number(id) };
        if (await stands(trx, grant)) await doors.revokeRole(trx, actor, organisationId!, grant);
      }
    },
  };
}

/** Asked again for each: a delegated role ends with the one that it came from. */
async function stands(
  trx: ScopedTransaction,
  { personId, grantId }: { personId: number; grantId: number },
): Promise<boolean> {
  const row = await trx
    .selectFrom('role_grant')
    .select('id')
    .where('person_id', '=', personId)
    .where('id', '=', grantId)
    .where('revoked_at', 'is', null)
    .where((where) =>
      where.or([where('expires_at', 'is', null), where('expires_at', '>', new Date())]),
    )
    .executeTakeFirst();
  return row !== undefined;
}
