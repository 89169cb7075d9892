import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { localText } from '#src/languages/local-text.ts';
import { areaOf, competencyRefs, competencyRows } from './competency-refs.ts';
import type { CompetencyArea, CompetencyDetail } from './contract.ts';
import { listAliases, listFrameworkVersions, type CompetencyRow } from './queries.ts';

/** The areas of the frameworks in use, in the order of each; what stands deeper belongs to the area above it. */
export async function listAreas(db: Kysely<DB>): Promise<CompetencyArea[]> {
  const rows = [...(await competencyRows(db)).values()];
  const refs = await competencyRefs(db);
  const under = Map.groupBy(rows, ({ parentId }) => parentId);
  const held = (id: number): CompetencyRow[] =>
    (under.get(id) ?? []).flatMap((row) => (row.kind === 'area' ? [] : [row, ...held(row.id)]));
  return rows
    .filter(({ kind }) => kind === 'area')
    .map((area) => ({
      competency: refs.get(area.id)!,
      children: held(area.id).map((row) => refs.get(row.id)!),
    }));
}

export async function getCompetency(db: Kysely<DB>, code: string): Promise<CompetencyDetail> {
  const rows = await competencyRows(db);
  const refs = await competencyRefs(db);
  const row = [...rows.values()].find((candidate) => candidate.code === code);
  if (!row) throw new Problem('not-found', { what: code });
  const version = (await listFrameworkVersions(db)).find(({ id }) => id === row.versionId)!;
  return {
    ...refs.get(row.id)!,
    uuid: row.uuid,
    definition: row.definition,
    area: refs.get(areaOf(rows, row)?.id ?? -1) ?? null,
    framework: { code: version.code, title: localText(version.titles), version: version.version },
    aliases: (await listAliases(db, row.id)).map(({ competencyId: _, ...alias }) => alias),
    siblings: [...rows.values()]
      .filter((other) => other.parentId === row.parentId && other.id !== row.id)
      .map((other) => refs.get(other.id)!),
  };
}
