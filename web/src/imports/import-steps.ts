import type { ImportRun } from '@nhip/server/imports/contract.ts';

export const steps = ['file', 'check', 'preview', 'apply'] as const;
export type StepState = 'done' | 'current' | 'failed' | 'later';

/** How far a run has come. A failed run stopped while it was checked, unless its rows were already being written. */
export function stepStates(
  run: Pick<ImportRun, 'status' | 'appliedRows' | 'totalRows'>,
): StepState[] {
  switch (run.status) {
    case 'staging':
      return ['done', 'current', 'later', 'later'];
    case 'previewed':
      return ['done', 'done', 'current', 'later'];
    case 'applying':
      return ['done', 'done', 'done', 'current'];
    case 'applied':
      return ['done', 'done', 'done', 'done'];
    case 'discarded':
      return ['done', 'done', 'done', 'later'];
    case 'failed':
      return run.appliedRows > 0
        ? ['done', 'done', 'done', 'failed']
        : ['done', 'failed', 'later', 'later'];
  }
}
