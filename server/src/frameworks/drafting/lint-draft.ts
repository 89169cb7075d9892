import { sql, type Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { breathe } from '#src/imports/progress.ts';
import { fill } from '#src/languages/fill.ts';
import type { AnyRow } from '../importing/framework-row.ts';
import { lintParts, type Part } from '../importing/lint-parts.ts';
import { lintTexts } from '../importing/lint-texts.ts';
import { readAbout, readItems, readRoles, readScales, type Selection } from '../read-version.ts';
import { aboutFields } from './about.ts';
import { missingLevelLabels, missingTexts, missingTitles, type Missing } from './completeness.ts';
import type { LintFinding, LintReport } from './contract.ts';
import { draftFindingWords } from './draft-finding-words.ts';
import { fieldsOf, type PartRow } from './fields.ts';
import type { OpenDraft } from './open-draft.ts';

const PAGE = 2_000;
const SHOWN = 500;

type Where = Pick<LintFinding, 'part' | 'partId' | 'partLabel'>;
interface Found {
  where: Where;
  code: string;
  severity: LintFinding['severity'];
  column: string | null;
  detail: Record<string, string | number>;
}

/**
 * What is wrong or doubtful about a draft: the checks that files go through, the texts that a machine wrote
 * and nobody has reviewed, and, of a framework in use, what it lacks in either language.
 */
export async function lintDraft(
  db: Kysely<DB>,
  draft: Pick<OpenDraft, 'versionId' | 'inUse' | 'code' | 'revision'>,
): Promise<LintReport> {
  const { versionId, inUse } = draft;
  const whole: Where = { part: 'whole', partId: null, partLabel: draft.code };
  const found = [...textFindings(whole, await readAbout(db, versionId))];
  const parts: (Part & { id: number; row: PartRow })[] = [];
  for await (const row of eachPart(db, versionId)) {
    const where = { part: row.type, partId: row.id, partLabel: row.code };
    found.push(...textFindings(where, row));
    if (inUse) found.push(...missingFindings(where, missingTexts(fieldsOf(row))));
    parts.push({ ...partOf(row, parts.length), id: row.id, row });
  }
  const scales = await readScales(db, versionId);
  if (inUse) {
    found.push(...missingFindings(whole, missingTitles(await aboutFields(db, versionId))));
    for (const scale of scales) {
      const where = { part: 'scale' as const, partId: null, partLabel: scale.code };
      found.push(...missingFindings(where, missingLevelLabels(scale)));
    }
  }
  const levels = new Map(
    scales.map((scale) => [scale.code, new Set(scale.levels.map(({ level }) => level))]),
  );
  for (const step of lintParts(parts, levels)) {
    for (const { rowNumber, finding } of step) {
      const { type, id, code } = parts[rowNumber]!;
      const other = parts[finding.detail.row as number]?.code;
      found.push({
        ...{ where: { part: type, partId: id, partLabel: code }, ...finding },
        ...{ severity: finding.severity === 'error' ? 'error' : 'warning' },
        detail: { ...finding.detail, ...(other !== undefined && { row: other }) },
      });
    }
    await breathe();
  }
  if (!parts.some(({ type }) => type === 'item')) found.push(fault(whole, 'framework-empty', null));
  found.push(...(await machineDrafts(db, draft)));
  return report(draft.revision, found);
}

async function* eachPart(
  db: Kysely<DB>,
  versionId: number,
): AsyncGenerator<PartRow & { id: number }> {
  for (const read of [readItems, readRoles]) {
    for (let after = 0; ;) {
      const selection: Selection = { after, limit: PAGE };
      const rows = (await read(db, versionId, selection)) as (PartRow & { id: number })[];
      yield* rows;
      if (rows.length < PAGE) break;
      after = rows.at(-1)!.id;
    }
  }
}

function partOf(row: PartRow, rowNumber: number): Part {
  const { type, sourceId, code, parent, uuid, kind } = row;
  return {
    ...{ rowNumber, type, sourceId, code, parent, uuid, kind },
    labels: row.texts.filter(({ field }) => field === 'label'),
    targets:
      row.type === 'item'
        ? row.relations.map(({ to }) => to)
        : row.requirements.map(({ item }) => item),
    levels:
      row.type === 'item'
        ? [...(row.level ? [row.level] : []), ...row.levels]
        : row.requirements.flatMap(({ level }) => (level ? [level] : [])),
  };
}

function textFindings(where: Where, row: AnyRow): Found[] {
  return lintTexts(row).map((finding) => ({
    ...{ where, ...finding },
    severity: finding.severity === 'error' ? 'error' : 'warning',
  }));
}

function missingFindings(where: Where, missing: readonly Missing[]): Found[] {
  return missing.map(({ field, language }) =>
    fault(where, 'framework-language-missing', `${field} ${language}`, {
      'language.vi': language === 'vi' ? 'Việt' : 'Anh',
      'language.en': language === 'vi' ? 'Vietnamese' : 'English',
    }),
  );
}

function fault(
  where: Where,
  code: string,
  column: string | null,
  detail: Found['detail'] = {},
): Found {
  return { where, code, severity: 'error', column, detail };
}

async function machineDrafts(
  db: Kysely<DB>,
  { versionId, code }: { versionId: number; code: string },
): Promise<Found[]> {
  const { rows } = await sql<Where & { column: string }>`
    select 'item' as part, t.competency_id as "partId", v.code as "partLabel",
           t.field || ' ' || t.language as column
      from competency_text t
      join competency_version v using (competency_id, framework_version_id)
     where t.framework_version_id = ${versionId} and t.origin = 'machine-draft'
    union all
    select 'item', t.competency_id, v.code,
           'descriptor ' || s.code || ' ' || t.level || ' ' || t.language
      from competency_level_text t
      join competency_version v using (competency_id, framework_version_id)
      join level_scale s on s.id = t.level_scale_id
     where t.framework_version_id = ${versionId} and t.origin = 'machine-draft'
    union all
    select 'role', t.role_id, v.code, t.field || ' ' || t.language
      from role_text t join role_version v using (role_id, framework_version_id)
     where t.framework_version_id = ${versionId} and t.origin = 'machine-draft'
    union all
    select 'whole', null, ${code}, t.field || ' ' || t.language
      from framework_version_text t
     where t.framework_version_id = ${versionId} and t.origin = 'machine-draft'`.execute(db);
  return rows.map(({ column, ...where }) => fault(where, 'framework-machine-draft', column));
}

function report(revision: number, found: readonly Found[]): LintReport {
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return {
    revision,
    errors: errors.length,
    warnings: warnings.length,
    findings: [...errors, ...warnings].slice(0, SHOWN).map(shown),
  };
}

function shown({ where, code, severity, column, detail }: Found): LintFinding {
  const sentence = (language: 'vi' | 'en') => {
    const values = Object.entries(detail).map(([key, value]) => [
      key.endsWith(`.${language}`) ? key.slice(0, -3) : key,
      value,
    ]);
    const words = (draftFindingWords[code]?.[language] ?? code).replace(`.${language}}`, '}');
    return fill(words, Object.fromEntries(values) as Record<string, string | number>);
  };
  return { ...where, code, severity, column, words: { vi: sentence('vi'), en: sentence('en') } };
}
