import { typesAreStale } from '#src/db/generate-types.ts';

export async function checkGeneratedTypes(): Promise<string[]> {
  return (await typesAreStale())
    ? ['server/src/db/types.ts differs from the migrated schema: run "npm run types"']
    : [];
}
