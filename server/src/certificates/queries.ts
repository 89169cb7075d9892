import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { CertificateDetail, CertificateEntry } from './contract.ts';

const columns = sql`
  c.id, c.uuid, c.code, c.name, c.level_word as level, c.validity_months as "validityMonths",
  c.never_expires as "neverExpires", c.retires_on as "retiresOn", c.as_of as "asOf"`;

/** The catalogue by issuer and name; `competencyId`: those of which it says that their holder has it. */
export async function listCertificates(
  db: Kysely<DB>,
  { competencyId }: { competencyId?: number | undefined } = {},
): Promise<CertificateEntry[]> {
  const counted = (status: string) => sql`
    (select count(*)::int4 from certificate_competency k
      where k.certificate_id = c.id and k.status = ${status})`;
  const { rows } = await sql<CertificateEntry & { id: number }>`
    select ${columns}, json_build_object('code', i.code, 'name', i.name) as issuer,
           (select count(*)::int4 from certificate_domain d where d.certificate_id = c.id) as domains,
           ${counted('accepted')} as competencies, ${counted('proposed')} as proposed
      from certificate c join certificate_issuer i on i.id = c.issuer_id
     where c.withdrawn_at is null
       and ${competencyId === undefined ? sql`true` : shows(competencyId)}
     order by i.name, c.name, c.code`.execute(db);
  return rows.map(({ id: _, ...entry }) => entry);
}

const shows = (competencyId: number): RawBuilder<boolean> => sql`
  exists (select from certificate_competency k
           where k.certificate_id = c.id and k.competency_id = ${competencyId})`;

export type CertificateRow = Omit<CertificateDetail, 'domains' | 'competencies'> & { id: number };

export async function findCertificate(
  db: Kysely<DB>,
  issuer: string,
  code: string,
): Promise<CertificateRow | undefined> {
  const { rows } = await sql<CertificateRow>`
    select ${columns}, json_build_object('code', i.code, 'name', i.name, 'url', i.url) as issuer,
           c.source, c.withdrawn_at is not null as withdrawn
      from certificate c join certificate_issuer i on i.id = c.issuer_id
     where lower(i.code) = lower(${issuer}) and lower(c.code) = lower(${code})
     order by c.code = ${code} desc limit 1`.execute(db);
  return rows[0];
}

export interface DomainRow {
  name: string;
  weight: { lowest: number; highest: number } | null;
  competencyIds: number[];
}

export async function listDomains(db: Kysely<DB>, certificateId: number): Promise<DomainRow[]> {
  const { rows } = await sql<DomainRow>`
    select d.name, case when d.weight_lowest is not null
                        then json_build_object('lowest', d.weight_lowest, 'highest', d.weight_highest) end as weight,
           array(select k.competency_id from certificate_domain_competency k
                  where k.certificate_id = d.certificate_id and k.sequence = d.sequence
                  order by k.competency_id) as "competencyIds"
      from certificate_domain d where d.certificate_id = ${certificateId} order by d.sequence`.execute(
    db,
  );
  return rows;
}

export interface CompetencyRow {
  competencyId: number;
  status: 'proposed' | 'accepted';
  level: { scale: string; lowest: number; highest: number } | null;
}

export async function listCompetenciesOf(
  db: Kysely<DB>,
  certificateId: number,
): Promise<CompetencyRow[]> {
  const { rows } = await sql<CompetencyRow>`
    select k.competency_id as "competencyId", k.status,
           case when s.id is not null then json_build_object('scale', s.code, 'lowest', k.level_lowest,
                                                             'highest', k.level_highest) end as level
      from certificate_competency k left join level_scale s on s.id = k.level_scale_id
     where k.certificate_id = ${certificateId}
     order by k.status, k.level_highest desc nulls last, k.competency_id`.execute(db);
  return rows;
}

/** A certificate as it is written; `competencies` and `domains` name competencies by their ids. */
export interface NewCertificate {
  uuid: string;
  issuerId: number;
  code: string;
  name: string;
  levelWord: string | null;
  validityMonths: number | null;
  neverExpires: boolean;
  retiresOn: string | null;
  source: string;
  asOf: string;
  contentSha256: string;
  domains: {
    name: string;
    lowest: number | null;
    highest: number | null;
    competencies: number[];
  }[];
  competencies: {
    id: number;
    scaleId: number | null;
    lowest: number | null;
    highest: number | null;
    status: 'proposed' | 'accepted';
  }[];
}

export async function upsertIssuers(
  trx: Transaction<DB>,
  issuers: readonly { code: string; name: string; url: string }[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; code: string }>`
    insert into certificate_issuer (code, name, url)
    select code, name, url
      from jsonb_to_recordset(${JSON.stringify(issuers)}::jsonb) as w (code text, name text, url text)
    on conflict (code) do update set name = excluded.name, url = excluded.url
    returning id, code`.execute(trx);
  return new Map(rows.map(({ id, code }) => [code, id]));
}

export async function listStanding(
  db: Kysely<DB>,
): Promise<{ id: number; uuid: string; contentSha256: string; withdrawn: boolean }[]> {
  const { rows } = await sql<{
    id: number;
    uuid: string;
    contentSha256: string;
    withdrawn: boolean;
  }>`
    select id, uuid, content_sha256 as "contentSha256", withdrawn_at is not null as withdrawn
      from certificate`.execute(db);
  return rows;
}

/** Writes certificates with their parts; what they said before is replaced. */
export async function writeCertificateRows(
  trx: Transaction<DB>,
  ownerOrganisationId: number,
  certificates: readonly NewCertificate[],
): Promise<void> {
  const rows = sql`jsonb_array_elements(${JSON.stringify(certificates)}::jsonb) as r (payload)`;
  await sql`
    insert into certificate
      (uuid, issuer_id, code, name, level_word, validity_months, never_expires, retires_on, source, as_of,
       owner_organisation_id, content_sha256)
    select w.uuid, w."issuerId", w.code, w.name, w."levelWord", w."validityMonths", w."neverExpires",
           w."retiresOn", w.source, w."asOf", ${ownerOrganisationId}, w."contentSha256"
      from jsonb_to_recordset(${JSON.stringify(certificates)}::jsonb)
        as w (uuid uuid, "issuerId" int4, code text, name text, "levelWord" text, "validityMonths" int2,
              "neverExpires" bool, "retiresOn" date, source text, "asOf" date, "contentSha256" text)
    on conflict (uuid) do update set
      issuer_id = excluded.issuer_id, code = excluded.code, name = excluded.name,
      level_word = excluded.level_word, validity_months = excluded.validity_months,
      never_expires = excluded.never_expires, retires_on = excluded.retires_on, source = excluded.source,
      as_of = excluded.as_of, content_sha256 = excluded.content_sha256, withdrawn_at = null`.execute(
    trx,
  );
  const of = sql`(select c.id, r.payload from ${rows} join certificate c
                    on c.uuid = (r.payload ->> 'uuid')::uuid)`;
  await sql`delete from certificate_domain_competency t using ${of} o where t.certificate_id = o.id`.execute(
    trx,
  );
  await sql`delete from certificate_domain t using ${of} o where t.certificate_id = o.id`.execute(
    trx,
  );
  await sql`delete from certificate_competency t using ${of} o where t.certificate_id = o.id`.execute(
    trx,
  );
  await sql`
    insert into certificate_domain (certificate_id, sequence, name, weight_lowest, weight_highest)
    select o.id, d.at, d.value ->> 'name', (d.value ->> 'lowest')::real, (d.value ->> 'highest')::real
      from ${of} o, jsonb_array_elements(o.payload -> 'domains') with ordinality as d (value, at)`.execute(
    trx,
  );
  await sql`
    insert into certificate_domain_competency (certificate_id, sequence, competency_id)
    select distinct o.id, d.at, k.value::int4
      from ${of} o, jsonb_array_elements(o.payload -> 'domains') with ordinality as d (value, at),
           jsonb_array_elements_text(d.value -> 'competencies') as k (value)`.execute(trx);
  await sql`
    insert into certificate_competency
      (certificate_id, competency_id, level_scale_id, level_lowest, level_highest, status)
    select o.id, k.id, k."scaleId", k.lowest, k.highest, k.status
      from ${of} o, jsonb_to_recordset(o.payload -> 'competencies')
        as k (id int4, "scaleId" int4, lowest int2, highest int2, status text)`.execute(trx);
}

export async function withdrawCertificates(
  trx: Transaction<DB>,
  ids: readonly number[],
): Promise<void> {
  await sql`
    update certificate set withdrawn_at = now() where id = any(${[...ids]}::int4[])`.execute(trx);
}
