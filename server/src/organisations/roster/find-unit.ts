import { plain } from '#src/languages/plain.ts';

export interface NamedUnit {
  id: number;
  parentId: number | null;
  name: string;
  nameEn: string | null;
}

export type FoundUnit =
  | { verdict: 'found'; unit: NamedUnit }
  /** several bear the name; how one of them is written with what it stands under */
  | { verdict: 'ambiguous'; example: string }
  /** the most similar name, where one is similar */
  | { verdict: 'unknown'; near: string | undefined };

/** A unit by its name in either language, or by its path from above: "Khoa Điện tử / Bộ môn Vi mạch". */
export function findUnit(units: readonly NamedUnit[], written: string): FoundUnit {
  const parts = written.split(/[/>]/).map(plain).filter(Boolean);
  const wanted = [plain(written), parts.join(' ')];
  const named = units.filter(
    (unit) =>
      namesOf(unit).some((name) => wanted.includes(name)) ||
      (parts.length > 1 && endsWith(units, unit, parts)),
  );
  if (named.length === 1) return { verdict: 'found', unit: named[0]! };
  if (named.length > 1) return { verdict: 'ambiguous', example: pathOf(units, named[0]!) };
  return { verdict: 'unknown', near: nearest(units, plain(written)) };
}

function namesOf({ name, nameEn }: NamedUnit): string[] {
  return [plain(name), ...(nameEn === null ? [] : [plain(nameEn)])];
}

function endsWith(units: readonly NamedUnit[], unit: NamedUnit, parts: readonly string[]): boolean {
  let at: NamedUnit | undefined = unit;
  for (const part of parts.toReversed()) {
    if (!at || !namesOf(at).includes(part)) return false;
    at = units.find(({ id }) => id === at!.parentId);
  }
  return true;
}

function pathOf(units: readonly NamedUnit[], unit: NamedUnit): string {
  const parent = units.find(({ id }) => id === unit.parentId);
  return parent ? `${parent.name} / ${unit.name}` : unit.name;
}

function nearest(units: readonly NamedUnit[], written: string): string | undefined {
  const most = Math.max(1, Math.floor(written.length / 4));
  let best: { name: string; distance: number } | undefined;
  for (const unit of units) {
    for (const name of namesOf(unit)) {
      const distance = editDistance(written, name);
      if (distance <= most && (!best || distance < best.distance)) {
        best = { name: unit.name, distance };
      }
    }
  }
  return best?.name;
}

/** Letters to be added, left out or changed (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = before[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(before[j]! + 1, row[j - 1]! + 1, change));
    }
    before = row;
  }
  return before[b.length]!;
}
