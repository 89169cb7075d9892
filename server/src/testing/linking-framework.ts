import type { AnyRow } from '#src/frameworks/importing/framework-row.ts';
import { smallFramework } from '#src/linking/hybrid/testing-framework.ts';
import type { TestPlatform } from './app.ts';
import { frameworkRow, itemRow } from './framework-rows.ts';
import { confirmAndApply, runImportOf } from './import-rows.ts';

export const SMALL = 'small';

/** The dozen competencies that the hybrid tier is tried on, as a framework of an installation. */
function rowsOf(version: string, without: readonly string[]): AnyRow[] {
  const { concepts, forms } = smallFramework();
  const items = concepts.flatMap(({ id, descriptions }, sequence) => {
    const own = forms.filter(({ competencyId }) => competencyId === id);
    const label = own.find(({ isLabel }) => isLabel)!;
    if (without.includes(label.form)) return [];
    return itemRow(`S${id}`, {
      sequence: sequence + 1,
      texts: [
        { field: 'label', language: label.language, value: label.form },
        ...descriptions.map((value) => ({
          ...{ field: 'definition' as const, language: label.language, value },
        })),
      ],
      aliases: own
        .filter(({ isLabel }) => !isLabel)
        .map(({ form, language }) => ({ form, language })),
    });
  });
  return [frameworkRow({ code: SMALL, version }), ...items];
}

/** Imports it as a published framework; `inUse`: in the place of all others. */
export async function importSmallFramework(
  { platform, database, commandLine }: TestPlatform,
  {
    version = '1',
    without = [],
    inUse = true,
  }: { version?: string; without?: readonly string[]; inUse?: boolean } = {},
): Promise<void> {
  const run = await runImportOf(platform, commandLine, rowsOf(version, without));
  await confirmAndApply(platform, commandLine, run.id, run.importer);
  if (!inUse) return;
  await database.owner.query(`update framework set in_use = (code = '${SMALL}')`);
  await database.owner.query(
    `update input_revision set revision = revision + 1 where input = 'frameworks'`,
  );
}

/** A text that says in other words what the framework holds: the dictionary alone finds little of it. */
export const PARAPHRASES = [
  'experience in managing projects of software teams and their budgets',
  'ability to run container workloads on many machines with docker container images',
  'programming experience in the Python language for data work',
  'you will own the product and decide what the product becomes',
  'knowledge of relational database design and SQL queries',
  'able to work with other people in a team towards one aim',
  'phân tích các dữ liệu kinh doanh để ra quyết định',
  'thành thạo thiết kế đồ họa số, trình bày hình ảnh',
  'quản trị, truy vấn và lưu trữ cơ sở các dữ liệu lớn',
  'lead projects for software, plan people and time',
].join('\n');
