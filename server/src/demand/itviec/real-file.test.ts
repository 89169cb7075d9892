import { test } from 'node:test';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { sql } from 'kysely';
import { importers } from '#src/importers.ts';
import { confirmAndApply, runImport } from '#src/imports/run-import.ts';
import { testPlatform } from '#src/testing/app.ts';
import { sharedData } from '#src/testing/shared-data.ts';
import { demandTable } from '../demand-table.ts';

const data = sharedData();
const skip = data === undefined && 'the shared data folder is not here';

test(
  'The real file of 1,469 rows: 1,139 advertisements count, 323 are held, 7 are blank',
  { skip },
  async (t) => {
    const { platform, commandLine } = await testPlatform(t);
    const path = join(data!, 'itviec_2025_11', 'itviec_clean.csv.gz');
    const request = { kind: 'advertisements', path } as const;
    const preview = await runImport(platform, importers, commandLine, request);
    assert.equal(preview.totalRows, 1_469);
    const { warnings, ...counts } = preview.counts;
    assert.deepEqual(counts, {
      new: 1_462,
      changed: 0,
      same: 0,
      removed: 0,
      rejected: 7,
      held: 323,
    });
    await confirmAndApply(platform, importers, commandLine, preview.id);

    const { base } = await demandTable(platform.db);
    assert.equal(base.advertisements, 1_139);
    assert.equal(base.vacancies, 1_138);
    assert.equal(base.employers, 507);
    assert.equal(base.held, 323);
    assert.equal(base.tagMass, 5_787);
    assert.ok((base.reach ?? 0) >= 0.8);
    assert.deepEqual(base.period, { from: '2025-10-22', to: '2025-12-10' });

    // all of February 2026 is held, and beside it two rows whose requirements are a headline
    const { rows } = await sql<{ month: string; status: string; n: number }>`
    select to_char(posted_on, 'YYYY-MM') as month, status, count(*)::int as n
      from advertisement group by 1, 2 order by 1, 2`.execute(platform.db);
    assert.deepEqual(rows, [
      { month: '2025-10', status: 'counted', n: 148 },
      { month: '2025-10', status: 'held', n: 1 },
      { month: '2025-11', status: 'counted', n: 845 },
      { month: '2025-11', status: 'held', n: 1 },
      { month: '2025-12', status: 'counted', n: 146 },
      { month: '2026-02', status: 'held', n: 321 },
    ]);
    const flags = await sql<{ flag: string; n: number }>`
    select flag, count(*)::int as n from advertisement, unnest(flags) flag group by 1 order by 1`.execute(
      platform.db,
    );
    assert.deepEqual(flags.rows, [
      { flag: 'requirements-too-short', n: 323 },
      { flag: 'template-text', n: 281 },
    ]);

    const again = await runImport(platform, importers, commandLine, request);
    assert.deepEqual([again.counts.new, again.counts.changed, again.counts.same], [0, 0, 1_462]);
  },
);
