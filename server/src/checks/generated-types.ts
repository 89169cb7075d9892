import { typesAreStale } from '#src/db/generate-types.ts';

export async function checkGeneratedTypes(file?: string): Promise<string[]> {
  return (await typesAreStale(file))
    ? ['server/src/db/types.ts differs from the migrated schema: run "npm run types"']
    : [];
}
