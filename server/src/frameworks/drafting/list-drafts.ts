import { sql, type Kysely } from 'kysely';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import type { DB } from '#src/db/types.ts';
import { localText, type TextRow } from '#src/languages/local-text.ts';
import { mayDraft, seesDraft } from './access.ts';
import type { DraftLine } from './contract.ts';

interface Row {
  code: string;
  ownerOrganisationId: number;
  reviewingOrganisationId: number | null;
  titles: TextRow[];
  owners: TextRow[];
  published: string | null;
  draft: DraftLine['draft'];
}

/** Open drafts that are the reader's affair, and the frameworks of which the reader may begin a version. */
export async function listDrafts(db: Kysely<DB>, actor: Actor): Promise<DraftLine[]> {
  const rows = await listRows(db);
  return rows
    .filter((row) =>
      row.draft
        ? seesDraft(actor, row)
        : actsFor(actor, row.ownerOrganisationId) && mayDraft(actor),
    )
    .map((row) => ({
      ...{ code: row.code, published: row.published, draft: row.draft },
      title: localText(row.titles),
      owner: localText(row.owners),
      mine: actsFor(actor, row.ownerOrganisationId),
    }));
}

/** Those with a draft first, the latest changed before others. */
async function listRows(db: Kysely<DB>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select f.code, f.owner_organisation_id as "ownerOrganisationId", p.version as published,
      (select r.reviewing_organisation_id from framework_review r
        where r.framework_version_id = d.id and r.decision is distinct from 'withdrawn'
        order by r.id desc limit 1) as "reviewingOrganisationId",
      coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
        from framework_version_text t
       where t.framework_version_id = coalesce(d.id, p.id) and t.field = 'title'), '[]') as titles,
      coalesce((select json_agg(json_build_object('language', t.language, 'value', t.value))
        from organisation_text t
       where t.organisation_id = f.owner_organisation_id and t.field = 'name'), '[]') as owners,
      case when d.id is not null then json_build_object('version', d.version, 'status', d.status,
        'decision', (select r.decision from framework_review r
                      where r.framework_version_id = d.id order by r.id desc limit 1),
        'changedAt', to_char(coalesce((select max(e.at) from framework_edit e where e.framework_version_id = d.id),
                                      f.created_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as draft
      from framework f
      left join framework_version d on d.framework_id = f.id and d.status in ('draft', 'in-review')
      left join framework_version p on p.framework_id = f.id and p.status = 'published'
     where f.source is null or d.id is not null
     order by d.id is null, d.id desc, f.code`.execute(db);
  return rows;
}
