import {
  ConflictBody,
  Draft,
  DraftLine,
  DraftPart,
  DraftTree,
  Edit,
  Edited,
  LintReport,
  DraftScale,
  type Conflict,
  type Fields,
} from '@nhip/server/frameworks/drafting/contract.ts';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ApiProblem, reading, send } from '../../api.ts';

export type PartName = 'item' | 'role';

const framework = (code: string) => `/api/frameworks/${encodeURIComponent(code)}`;
export const draftAddress = (code: string) => `${framework(code)}/draft`;
export const partAddress = (code: string, part: PartName, id?: number) =>
  `${draftAddress(code)}/${part}s${id === undefined ? '' : `/${id}`}`;

export const drafts = reading(z.array(DraftLine), '/api/drafts');
/** Others may be at work on it: how it stands is asked again and again. */
export const draftQuery = (code: string) => ({
  ...reading(Draft, draftAddress(code)),
  refetchInterval: 10_000,
});
export const treeQuery = (code: string, part: PartName) => ({
  ...reading(DraftTree, partAddress(code, part)),
  staleTime: 60_000,
});
export const partQuery = (code: string, part: PartName, id: number) =>
  reading(DraftPart, partAddress(code, part, id));
export const partHistory = (code: string, part: PartName, id: number) =>
  reading(z.array(Edit), `${partAddress(code, part, id)}/history`);
export const draftHistory = (code: string, before?: number) =>
  reading(z.array(Edit), `${draftAddress(code)}/history`, { before });
export const lintQuery = (code: string) => reading(LintReport, `${draftAddress(code)}/lint`);
export const scalesQuery = (code: string) =>
  reading(z.array(DraftScale), `${draftAddress(code)}/scales`);

export const Done = z.object({ code: z.string() });
export const Revision = z.object({ revision: z.number() });

/** After a change: whatever is shown of this framework may have moved. `but`: what is up to date already. */
export function forgetDraft(
  queries: QueryClient,
  code: string,
  but?: readonly unknown[],
): Promise<void> {
  return queries.invalidateQueries({
    predicate: ({ queryKey }) =>
      String(queryKey[0]).startsWith(framework(code)) &&
      JSON.stringify(queryKey) !== JSON.stringify(but),
  });
}

/** What was saved, or the fields that somebody else changed meanwhile. */
export type Saved = z.infer<typeof Edited> | { conflicts: Conflict[]; revision: number };

export async function sendEdit(
  address: string,
  body: { seen: number; change: Fields },
): Promise<Saved> {
  try {
    return await send(Edited, 'PUT', address, body);
  } catch (error) {
    const conflict = ConflictBody.safeParse(error instanceof ApiProblem ? error.body : undefined);
    if (error instanceof ApiProblem && error.code === 'draft-edit-conflict' && conflict.success) {
      return conflict.data;
    }
    throw error;
  }
}
