import type { Kysely, Transaction } from 'kysely';
import type { DB } from '#src/db/types.ts';
import type { Estimate, Measure, Refusal } from './contract.ts';
import { canonicalHash, canonicalJson } from './canonical-json.ts';

/** A figure to keep, or the reason why there is none. */
export interface NewMeasure {
  /** names the formula; its version changes when the formula does */
  definition: string;
  definitionVersion: number;
  parameters: Record<string, unknown>;
  /** revisions of the inputs that the computation saw, see input-revision.ts */
  inputWatermark: Record<string, number>;
  codeVersion: string;
  period: { from: string | null; to: string | null };
  unit: string;
  n: number | null;
  answer: { estimate: Estimate; refusal: null } | { estimate: null; refusal: Refusal };
  /** the rows behind the figure; kept for the latest measure of its definition and parameters only */
  detail: unknown;
  ownerOrganisationId: number;
}

export type KeptMeasure = Omit<Measure, 'stale'> & { detail: unknown };

const columns = [
  'id',
  'definition',
  'definition_version',
  'parameters',
  'input_watermark',
  'code_version',
  'period_from',
  'period_to',
  'unit',
  'n',
  'value',
  'bound_low',
  'bound_high',
  'interval_low',
  'interval_high',
  'refusal_code',
  'refusal_detail',
  'detail',
  'computed_at',
] as const;

export async function insertMeasure(
  trx: Transaction<DB>,
  measure: NewMeasure,
): Promise<KeptMeasure> {
  const { estimate, refusal } = measure.answer;
  const row = await trx
    .insertInto('measure')
    .values({
      definition: measure.definition,
      definition_version: measure.definitionVersion,
      parameters: canonicalJson(measure.parameters),
      parameters_sha256: canonicalHash(measure.parameters),
      input_watermark: canonicalJson(measure.inputWatermark),
      code_version: measure.codeVersion,
      period_from: measure.period.from,
      period_to: measure.period.to,
      unit: measure.unit,
      n: measure.n,
      value: estimate?.value ?? null,
      bound_low: estimate?.boundLow ?? null,
      bound_high: estimate?.boundHigh ?? null,
      interval_low: estimate?.intervalLow ?? null,
      interval_high: estimate?.intervalHigh ?? null,
      refusal_code: refusal?.code ?? null,
      refusal_detail: refusal && JSON.stringify(refusal.detail),
      detail: measure.detail === null ? null : JSON.stringify(measure.detail),
      owner_organisation_id: measure.ownerOrganisationId,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return keptMeasure(row);
}

/** The rows behind earlier measures of the same definition and parameters make room. */
export async function dropEarlierDetail(trx: Transaction<DB>, latest: KeptMeasure): Promise<void> {
  await trx
    .updateTable('measure')
    .set({ detail: null })
    .where('definition', '=', latest.definition)
    .where('parameters_sha256', '=', canonicalHash(latest.parameters))
    .where('id', '<>', latest.id)
    .where('detail', 'is not', null)
    .execute();
}

export async function findMeasure(db: Kysely<DB>, id: string): Promise<KeptMeasure | undefined> {
  const row = await db
    .selectFrom('measure')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && keptMeasure(row);
}

export async function findLatestMeasure(
  db: Kysely<DB>,
  definition: string,
  parameters: Record<string, unknown>,
): Promise<KeptMeasure | undefined> {
  const row = await db
    .selectFrom('measure')
    .select(columns)
    .where('definition', '=', definition)
    .where('parameters_sha256', '=', canonicalHash(parameters))
    .orderBy('computed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && keptMeasure(row);
}

interface MeasureRow {
  id: string;
  definition: string;
  definition_version: number;
  parameters: unknown;
  input_watermark: unknown;
  code_version: string;
  period_from: string | null;
  period_to: string | null;
  unit: string;
  n: number | null;
  value: number | null;
  bound_low: number | null;
  bound_high: number | null;
  interval_low: number | null;
  interval_high: number | null;
  refusal_code: string | null;
  refusal_detail: unknown;
  detail: unknown;
  computed_at: Date;
}

function keptMeasure(row: MeasureRow): KeptMeasure {
  return {
    id: row.id,
    definition: row.definition,
    definitionVersion: row.definition_version,
    parameters: row.parameters as Record<string, unknown>,
    inputWatermark: row.input_watermark as Record<string, number>,
    codeVersion: row.code_version,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    unit: row.unit,
    n: row.n,
    estimate:
      row.bound_low === null || row.bound_high === null
        ? null
        : {
            value: row.value,
            boundLow: row.bound_low,
            boundHigh: row.bound_high,
            intervalLow: row.interval_low,
            intervalHigh: row.interval_high,
          },
    refusal:
      row.refusal_code === null
        ? null
        : {
            code: row.refusal_code as Refusal['code'],
            detail: (row.refusal_detail ?? {}) as Refusal['detail'],
          },
    detail: row.detail,
    computedAt: row.computed_at.toISOString(),
  };
}
