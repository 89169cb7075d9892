import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { hashedColumns, microseconds, type HashedFact } from './fact-hash.ts';

/** Which facts the seals cover, as far as they have been read. */
export interface Coverage {
  lastSealId: number;
  /** facts in all seals */
  sealed: number;
  /** of the last seal */
  settledThrough: number;
  /** ids below are looked at no more */
  from: number;
  /** int8multirange: the covered ids from there on */
  covered: string;
}

export const nothingCovered: Coverage = {
  lastSealId: 0,
  sealed: 0,
  settledThrough: 0,
  from: 1,
  covered: '{}',
};

/** Goes on reading the seals after those that are known. */
export async function readCoverage(db: Kysely<DB>, known: Coverage): Promise<Coverage> {
  const { rows } = await sql<Omit<Coverage, 'from'>>`
    select coalesce(max(id), ${known.lastSealId}::int8) as "lastSealId",
      coalesce(sum(fact_count), 0)::int8 + ${known.sealed}::int8 as sealed,
      greatest(max(settled_through), ${known.settledThrough}::int8) as "settledThrough",
      ((coalesce(range_agg(facts), '{}') + ${known.covered}::int8multirange)
        * int8multirange(int8range(${known.from}::int8, null)))::text as covered
    from audit_seal where id > ${known.lastSealId}`.execute(db);
  return { ...rows[0]!, from: known.from };
}

/** The places between what is covered, and the one behind it that has no end. */
const uncoveredIn = ({ from, covered }: Coverage) => sql`
  unnest(int8multirange(int8range(${from}::int8, ${END}::int8)) - ${covered}::int8multirange) gap`;

const END = Number.MAX_SAFE_INTEGER;

/** Committed facts that no seal covers, by id, at most `limit`. */
export async function listUncovered(
  trx: Transaction<DB>,
  coverage: Coverage,
  limit: number,
): Promise<HashedFact[]> {
  // the last gap by itself and without an upper bound: the planner then walks along the primary key
  // up to the limit, where it would otherwise sort all facts that wait
  const { rows } = await sql<HashedFact & { place: number }>`
    with gaps as (select gap from ${uncoveredIn(coverage)})
    select * from (
      (select f.id as place, ${hashedColumns} from gaps
        join audit_fact f on f.id >= lower(gap) and f.id < upper(gap)
        where upper(gap) < ${END} order by f.id limit ${limit})
      union all
      (select f.id as place, ${hashedColumns} from audit_fact f
        where f.id >= (select max(lower(gap)) from gaps where upper(gap) = ${END}) order by f.id limit ${limit})
    ) found where place < ${END} order by place limit ${limit}`.execute(trx);
  return rows;
}

export async function countUncovered(db: Kysely<DB>, coverage: Coverage): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ${uncoveredIn(coverage)} join audit_fact f on f.id >= lower(gap) and f.id < upper(gap)`.execute(
    db,
  );
  return rows[0]!.count;
}

export async function findSeal(db: Kysely<DB>, id: number) {
  return db
    .selectFrom('audit_seal')
    .select(['hash', 'sealed_at as sealedAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function getInstallationUuid(db: Kysely<DB>): Promise<string> {
  const { uuid } = await db.selectFrom('installation').select('uuid').executeTakeFirstOrThrow();
  return uuid;
}

export interface NewSeal {
  id: number;
  facts: string;
  factCount: number;
  settledThrough: number;
  factHashes: Buffer;
  previousHash: Buffer;
  hash: Buffer;
  sealedAt: Date;
}

export async function insertSeal(trx: Transaction<DB>, seal: NewSeal): Promise<void> {
  await trx
    .insertInto('audit_seal')
    .values({
      id: seal.id,
      facts: seal.facts,
      fact_count: seal.factCount,
      settled_through: seal.settledThrough,
      fact_hashes: seal.factHashes,
      previous_hash: seal.previousHash,
      hash: seal.hash,
      sealed_at: seal.sealedAt,
    })
    .execute();
}

export interface SealRow {
  id: number;
  facts: string;
  fact_count: number;
  settled_through: number;
  fact_hashes: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  sealed_at: Date;
  /** microseconds since 1970 UTC */
  sealed_micros: string;
}

/** The next seals, as many as cover about `facts` facts; at least one where there is one. */
export async function listSeals(db: Kysely<DB>, after: number, facts: number): Promise<SealRow[]> {
  const { rows } = await sql<SealRow>`
    select id::float8 as id, facts::text as facts, fact_count,
      settled_through::float8 as settled_through, fact_hashes, previous_hash, hash,
      sealed_at, ${microseconds('sealed_at')} as sealed_micros
    from (select *, sum(fact_count) over (order by id) - fact_count as before
            from audit_seal where id > ${after} order by id limit 2000) next
    where before < ${facts} order by id`.execute(db);
  return rows;
}

/** The facts with these ids, in no order. */
export async function listFactsIn(db: Kysely<DB>, ranges: string): Promise<HashedFact[]> {
  const { rows } = await sql<HashedFact>`
    select ${hashedColumns} from unnest(${ranges}::int8multirange) r
      join audit_fact f on f.id >= lower(r) and f.id < upper(r)`.execute(db);
  return rows;
}

export interface Uncovered {
  count: number;
  /** of the oldest */
  firstId: string | null;
  oldest: Date | null;
  /** whether the oldest has waited for longer than an hour */
  late: boolean;
  /** stands where every fact was sealed already, or where no id was given yet */
  forgedId: string | null;
  /** the first seal that had closed that place */
  forgedInSeal: number | null;
}

/** Facts of whatever id that no seal covers, in one look at seals and facts. */
export async function readUncovered(db: Kysely<DB>): Promise<Uncovered> {
  const { rows } = await sql<Uncovered>`
    with seals as (
      select coalesce(range_agg(facts), '{}') as covered, coalesce(max(settled_through), 0) as settled
        from audit_seal
    ), uncovered as (
      select f.id, f.at, f.id <= settled or f.id > (select last_value from audit_fact_id_seq) as forged
        from seals, unnest(int8multirange(int8range(null, null)) - covered) gap
        join audit_fact f on f.id >= coalesce(lower(gap), -9223372036854775808)
         and f.id < coalesce(upper(gap), 9223372036854775807)
    )
    select count(*) as count, min(id)::text as "firstId", min(at) as oldest,
      coalesce(min(at) < now() - interval '1 hour', false) as late,
      min(id) filter (where forged)::text as "forgedId",
      (select min(s.id) from audit_seal s
        where s.settled_through >= (select min(id) from uncovered where forged)) as "forgedInSeal"
    from uncovered`.execute(db);
  return rows[0]!;
}
