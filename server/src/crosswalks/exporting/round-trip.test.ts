import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testPlatform, type TestPlatform } from '#src/testing/app.ts';
import { forge, guild, idsOf, publishRows } from '#src/testing/crosswalk-frameworks.ts';
import { confirmAndApply, runImportOf } from '#src/testing/import-rows.ts';
import { openPair } from '../compared-frameworks.ts';
import { ownCrosswalkImporter as own } from '../importing/own-importer.ts';
import { noteText } from '../note-text.ts';
import { crosswalkCsv, crosswalkXlsx } from './export-rows.ts';

const FROM = ['A1', 'A2', 'A3', 'B1'];
const TO = ['M1', 'M2', 'M3', 'S1'];

const note = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom('=cmd|" /C calc"!A0', "'=1+1", "''@x", '+84', '-', "it's", 'a\n"b",;c'),
    fc.constantFrom(
      'Kỹ thuật hàn\r\nhồ quang',
      '_x000D_',
      '<script>alert(1)</script>',
      '🔥 **đậm**',
    ),
  )
  .map((text) => noteText(text) || null);
const row = fc.record({
  from: fc.constantFrom(...FROM),
  to: fc.constantFrom(...TO),
  turned: fc.boolean(),
  relation: fc.constantFrom('exact', 'broader', 'narrower', 'related'),
  confidence: fc.option(
    fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000),
    { nil: null },
  ),
  source: fc.constantFrom('file', 'tai-lieu', 'nguồn khác'),
  note,
});
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const rows = fc.uniqueArray(row, {
  ...{ minLength: 1, maxLength: 10 },
  selector: ({ from, to, source }) => `${from} ${to} ${source}`,
});

async function standing({ platform }: TestPlatform) {
  const found = await platform.db
    .selectFrom('crosswalk as x')
    .innerJoin('competency as f', 'f.id', 'x.from_competency_id')
    .innerJoin('competency as t', 't.id', 'x.to_competency_id')
    .select(['f.source_id as from', 't.source_id as to', 'x.relation', 'x.confidence'])
    .select(['x.source', 'x.note'])
    .execute();
  return found;
}

/** Read from the first framework, in one order. */
function inOneWay(list: Awaited<ReturnType<typeof standing>>): string[] {
  const inverse: Record<string, string> = { broader: 'narrower', narrower: 'broader' };
  return list
    .map(({ from, to, relation, ...rest }) =>
      FROM.includes(from)
        ? { from, to, relation, ...rest }
        : { from: to, to: from, relation: inverse[relation] ?? relation, ...rest },
    )
    .map(({ from, to, relation, confidence, source, note: said }) =>
      JSON.stringify([from, to, relation, confidence, source, said]),
    )
    .sort();
}

async function insert({ platform, administrator }: TestPlatform, list: readonly Row[]) {
  const [a, b] = [await idsOf(platform, 'forge'), await idsOf(platform, 'guild')];
  await platform.db.deleteFrom('crosswalk').execute();
  await platform.db
    .insertInto('crosswalk')
    .values(
      list.map(({ from, to, turned, ...said }) => ({
        ...said,
        relation: said.relation as 'exact',
        from_competency_id: turned ? b[to]! : a[from]!,
        to_competency_id: turned ? a[from]! : b[to]!,
        ...{ status: 'proposed' as const, decided_at: null, import_run_id: null },
        owner_organisation_id: administrator.organisationId,
        proposed_by_actor_id: administrator.id,
      })),
    )
    .execute();
}

test('What is exported comes back the same, as CSV and as .xlsx, and over what stands it changes nothing', async (t) => {
  const whole = await testPlatform(t);
  const { platform, administrator } = whole;
  await publishRows(platform, administrator, forge(), guild());
  const named = { from: 'forge', to: 'guild', kind: 'competency' as const };
  const pair = await openPair(platform.db, administrator, named);
  const options = { language: 'vi', acceptedOnly: false, kind: 'main' } as const;
  const bring = (file: Buffer, name: string) =>
    runImportOf(platform, administrator, file, name, own);
  let form = 0;
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      await insert(whole, list);
      const before = inOneWay(await standing(whole));
      const asCsv = (form += 1) % 2 === 0;
      const language = form % 4 < 2 ? 'vi' : 'en';
      const said = { ...options, language } as const;
      const file = asCsv
        ? Buffer.from(await crosswalkCsv(platform.db, pair, said))
        : await crosswalkXlsx(platform.db, pair, said);
      const name = `${form}.${asCsv ? 'csv' : 'xlsx'}`;
      const over = await bring(file, name);
      assert.deepEqual(
        [over.counts.same, over.counts.rejected, over.counts.changed],
        [list.length, 0, 0],
      );
      await platform.db.deleteFrom('crosswalk').execute();
      const again = await bring(file, name);
      await confirmAndApply(platform, administrator, again.id, own);
      assert.deepEqual(inOneWay(await standing(whole)), before);
    }),
    { numRuns: 24 },
  );
});
