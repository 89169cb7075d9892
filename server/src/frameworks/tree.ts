import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { localText } from '#src/languages/local-text.ts';
import { competencyRefs, competencyRows } from './competency-refs.ts';
import type { CompetencyDetail, FrameworkTree } from './contract.ts';
import { listAliases, listFrameworkVersions } from './queries.ts';

export async function listFrameworks(db: Kysely<DB>): Promise<FrameworkTree[]> {
  const [versions, rows, refs, aliases] = [
    await listFrameworkVersions(db),
    [...(await competencyRows(db)).values()],
    await competencyRefs(db),
    await listAliases(db),
  ];
  return versions.map(({ id, titles, ...version }) => {
    const own = rows.filter((row) => row.versionId === id);
    const ids = new Set(own.map((row) => row.id));
    return {
      ...version,
      status: version.status as FrameworkTree['status'],
      title: localText(titles),
      competencies: own.filter((row) => row.kind !== 'area').length,
      aliases: aliases.filter((alias) => ids.has(alias.competencyId)).length,
      areas: own
        .filter((row) => row.kind === 'area')
        .map((area) => ({
          competency: refs.get(area.id)!,
          children: own.filter((row) => row.parentId === area.id).map((row) => refs.get(row.id)!),
        })),
    };
  });
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
    area: row.parentId === null ? null : (refs.get(row.parentId) ?? null),
    framework: { code: version.code, title: localText(version.titles), version: version.version },
    aliases: (await listAliases(db, row.id)).map(({ competencyId: _, ...alias }) => alias),
    siblings: [...rows.values()]
      .filter((other) => other.parentId === row.parentId && other.id !== row.id)
      .map((other) => refs.get(other.id)!),
  };
}
