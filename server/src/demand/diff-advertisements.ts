export interface StagedKey {
  rowNumber: number;
  /** as `sourceKey` made it, or with the ordinal that an earlier comparison gave it */
  key: string;
  contentSha256: string;
  flags: readonly string[];
}

export interface KnownKey {
  key: string;
  contentSha256: string;
  flags: readonly string[];
}

export interface RowChange {
  rowNumber: number;
  change: 'new' | 'changed' | 'same';
  /** the key under which the row is, or will be, known */
  key: string;
}

/**
 * What every row of a file does to the advertisements known by source key. Postings that share a
 * source key (one employer, title, place and time, different texts) are told apart by an ordinal:
 * equal contents meet first, so that reordering a file changes nothing and one edited row is one
 * change. Rows that repeat another row of the file are 'same'.
 */
export function diffAdvertisements(
  staged: readonly StagedKey[],
  known: readonly KnownKey[],
): RowChange[] {
  const knownByBase = Map.groupBy(known, (one) => baseKey(one.key));
  return [...Map.groupBy(staged, (row) => baseKey(row.key))].flatMap(([base, rows]) =>
    diffGroup(base, rows, knownByBase.get(base) ?? []),
  );
}

/** The rows that repeat an earlier row of the file, with the row they repeat. */
export function repeatedRows(
  staged: readonly StagedKey[],
): { rowNumber: number; repeats: number }[] {
  const first = new Map<string, number>();
  return staged.flatMap((row) => {
    const identity = `${baseKey(row.key)} ${row.contentSha256}`;
    const repeats = first.get(identity);
    if (repeats === undefined) first.set(identity, row.rowNumber);
    return repeats === undefined ? [] : [{ rowNumber: row.rowNumber, repeats }];
  });
}

export function baseKey(key: string): string {
  return key.split(':')[0]!;
}

/** The first posting under a source key carries it bare. */
export function keyWithOrdinal(base: string, ordinal: number): string {
  return ordinal === 1 ? base : `${base}:${ordinal}`;
}

function diffGroup(base: string, rows: StagedKey[], known: KnownKey[]): RowChange[] {
  const changes: RowChange[] = [];
  const keyOfContent = new Map<string, string>();
  const free = [...known].sort((a, b) => ordinalOf(a.key) - ordinalOf(b.key));
  const unmatched: StagedKey[] = [];
  for (const row of rows) {
    const repeated = keyOfContent.get(row.contentSha256);
    if (repeated !== undefined) {
      changes.push({ rowNumber: row.rowNumber, change: 'same', key: repeated });
      continue;
    }
    const at = free.findIndex((one) => one.contentSha256 === row.contentSha256);
    const match = at >= 0 ? free.splice(at, 1)[0] : undefined;
    if (!match) {
      unmatched.push(row);
      continue;
    }
    keyOfContent.set(row.contentSha256, match.key);
    // lint now sees what it did not see before, e.g. that the text is a template
    const change = row.flags.every((flag) => match.flags.includes(flag)) ? 'same' : 'changed';
    changes.push({ rowNumber: row.rowNumber, change, key: match.key });
  }
  let ordinal = known.length;
  for (const row of unmatched) {
    const repeated = keyOfContent.get(row.contentSha256);
    if (repeated !== undefined) {
      changes.push({ rowNumber: row.rowNumber, change: 'same', key: repeated });
      continue;
    }
    const replaced = free.shift();
    const key = replaced?.key ?? keyWithOrdinal(base, (ordinal += 1));
    keyOfContent.set(row.contentSha256, key);
    changes.push({ rowNumber: row.rowNumber, change: replaced ? 'changed' : 'new', key });
  }
  return changes;
}

function ordinalOf(key: string): number {
  return Number(key.split(':')[1] ?? 1);
}
