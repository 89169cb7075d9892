import assert from 'node:assert/strict';
import type { AnyRow } from '#src/frameworks/importing/framework-row.ts';
import type { TestApp } from './app.ts';
import { frameworkRow, itemRow, roleRow } from './framework-rows.ts';
import { confirmAndApply, runImportOf } from './import-rows.ts';

/** A framework of ours with something of everything: languages, levels, a relation, a role. */
export const BRIDGES: AnyRow[] = [
  frameworkRow({ licence: 'CC BY 4.0' }),
  {
    ...{ type: 'scale', code: 'cầu', kind: 'proficiency' },
    texts: [{ field: 'title', language: 'vi', value: 'Thang dựng cầu' }],
    levels: [1, 2].map((level) => ({
      ...{ level, code: null },
      texts: [{ field: 'label', language: 'vi', value: `Bậc ${level}` }],
    })),
  },
  itemRow('A', { kind: 'area' }),
  itemRow('A1', {
    parent: 'A',
    sequence: 2,
    texts: [
      { field: 'label', language: 'vi', value: 'Đặt dầm' },
      { field: 'label', language: 'en', value: 'Place beams' },
    ],
    aliases: [{ form: 'lao dầm', language: 'vi' }],
    levels: [{ scale: 'cầu', level: 1, texts: [{ language: 'vi', value: 'Có người kèm.' }] }],
    relations: [{ relation: 'essential-for', to: 'A2' }],
  }),
  itemRow('A2', { parent: 'A', sequence: 1 }),
  roleRow('R', {
    requirements: [{ item: 'A1', necessity: 'essential', level: { scale: 'cầu', level: 2 } }],
  }),
];

export async function publishRows(app: TestApp, rows: readonly AnyRow[] = BRIDGES): Promise<void> {
  const run = await runImportOf(app.platform, app.commandLine, rows);
  assert.equal(run.counts.rejected, 0, JSON.stringify(run.rows.map((row) => row.problems)));
  await confirmAndApply(app.platform, app.commandLine, run.id);
}

type Got = Awaited<ReturnType<TestApp['app']['inject']>>;

/** Asks the installation as another system does. */
export function caseOf({ app }: TestApp, version: '1.0' | '1.1') {
  const path = version === '1.0' ? 'v1p0' : 'v1p1';
  return (what: string, headers: Record<string, string> = {}): Promise<Got> =>
    app.inject({
      url: `/ims/case/${path}/${what}`,
      headers: { host: 'localhost:5757', ...headers },
    });
}

export function frameworkOf(served: Got, title: string) {
  const { CFDocuments } = served.json<{ CFDocuments: { title: string; identifier: string }[] }>();
  return CFDocuments.find((one) => one.title === title)!;
}
