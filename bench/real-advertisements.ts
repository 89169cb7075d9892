import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

export interface RealAdvertisement {
  /** Row of the file, counted from 1 below the header: the document's id in lists of links. */
  row: number;
  /** '2025-10' to '2025-12': the month it was posted in. */
  month: string;
  title: string;
  tags: string[];
  text: string;
}

/**
 * The usable advertisements of the shared data: neither blank nor of February 2026, whose texts are
 * templates.
 */
export async function readRealAdvertisements(sharedData: string): Promise<RealAdvertisement[]> {
  const file = join(sharedData, 'itviec_2025_11', 'itviec_clean.csv.gz');
  const rows = createReadStream(file)
    .pipe(createGunzip())
    .pipe(parse({ bom: true, columns: true }));
  const advertisements: RealAdvertisement[] = [];
  let number = 0;
  for await (const row of rows as AsyncIterable<Record<string, string>>) {
    number += 1;
    const posted = row.post_dates_formatted ?? '';
    const text = row.exp_skills ?? '';
    if (posted === '' || posted.startsWith('2026-02') || text.trim() === '') continue;
    advertisements.push({
      row: number,
      month: posted.replace(/^\d\d\/(\d\d)\/(\d{4}).*$/, '$2-$1'),
      title: row.job_names ?? '',
      tags: tagsOf(row.array_skills ?? ''),
      text,
    });
  }
  return advertisements;
}

/** `['Java', "Bachelor's"]`, the way Python prints a list of strings. */
function tagsOf(list: string): string[] {
  return [...list.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)].map((found) =>
    (found[1] ?? found[2] ?? '').replace(/\\(.)/g, '$1'),
  );
}
