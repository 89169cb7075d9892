import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { listStaged } from '#src/imports/staged-rows.ts';
import type { StagedPiece, StagedWhole } from '../compare-content.ts';
import { wholeKey } from '../content.ts';
import type { Payload } from './read-document.ts';

/** A programme or syllabus that an import has staged, and what its own row does. */
export interface ReadWhole extends StagedWhole {
  code: string;
  path: string;
  change: 'new' | 'changed' | 'same' | null;
}

export interface StagedContent {
  programmes: ReadWhole[];
  syllabi: ReadWhole[];
}

/** Everything that a run has staged and lint has not rejected, in the order of the file. */
export async function stagedContent(db: Kysely<DB>, runId: string): Promise<StagedContent> {
  const content: StagedContent = { programmes: [], syllabi: [] };
  const wholes = new Map<string, ReadWhole>();
  const limit = 2000;
  for (let after = 0; ;) {
    const rows = await listStaged(db, runId, { after, limit });
    for (const { rowNumber, key, contentSha256, payload, change } of rows) {
      const { piece, path } = payload as Payload;
      if (change === 'removed' || piece === null || key === null || contentSha256 === null)
        continue;
      const staged: StagedPiece = { rowNumber, key, piece };
      if (piece.part !== 'programme' && piece.part !== 'syllabus') {
        wholes.get(wholeKey(piece))?.pieces.push(staged);
        continue;
      }
      const code = piece.part === 'programme' ? piece.programme : piece.syllabus;
      const whole: ReadWhole = { contentSha256, pieces: [staged], code, path, change };
      wholes.set(wholeKey(piece), whole);
      content[piece.part === 'programme' ? 'programmes' : 'syllabi'].push(whole);
    }
    if (rows.length < limit) return content;
    after = rows.at(-1)!.rowNumber;
  }
}
