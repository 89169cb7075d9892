import type { AsyncZippableFile } from 'fflate';

/**
 * Several files as one, the way official distributions come: a ZIP. The same files in any order give
 * the same bytes, so that the server knows a file that it has seen.
 */
export async function bundleFiles(files: readonly File[]): Promise<File> {
  if (files.length === 1) return files[0]!;
  const { zip } = await import('fflate');
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  const entries = await Promise.all(
    sorted.map(async (file) => {
      // what is packed already does not get smaller
      const level = /\.(gz|zip|xlsx)$/i.test(file.name) ? (0 as const) : (6 as const);
      const content = new Uint8Array(await file.arrayBuffer());
      const entry: AsyncZippableFile = [content, { level, mtime: '1980-01-01' }];
      return [file.name, entry] as const;
    }),
  );
  const bytes = await new Promise<Uint8Array>((resolve, reject) =>
    zip(Object.fromEntries(entries), (fault, data) => (fault ? reject(fault) : resolve(data))),
  );
  return new File([bytes as Uint8Array<ArrayBuffer>], bundleName(sorted), {
    type: 'application/zip',
  });
}

/** 'skills_en.csv' and 'occupations_en.csv' → 'skills_en.csv +1.zip' */
export function bundleName(files: readonly { name: string }[]): string {
  return `${files[0]!.name} +${files.length - 1}.zip`;
}
