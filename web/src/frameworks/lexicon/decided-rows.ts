import type {
  FormsNow,
  FormStatus,
  LexiconForm,
} from '@nhip/server/frameworks/lexicon/contract.ts';
import type { Decision } from './lexicon-api.ts';

export const BECOMES: Record<Decision, FormStatus> = {
  approve: 'approved',
  reject: 'rejected',
  end: 'ended',
};

/** Whether a form can be decided on in this way: the server would refuse anything else. */
export const takes = (form: Pick<LexiconForm, 'status'>, decision: Decision): boolean =>
  form.status === (decision === 'end' ? 'approved' : 'proposed');

/** The rows as they will be once the server has agreed. */
export function withStatus(
  rows: readonly LexiconForm[],
  ids: readonly number[],
  status: FormStatus,
): LexiconForm[] {
  return rows.map((row) => (ids.includes(row.id) ? { ...row, status } : row));
}

/** The rows as they stand after decisions were taken back: what was in force has a new row under a new id. */
export function withForms(rows: readonly LexiconForm[], forms: FormsNow['forms']): LexiconForm[] {
  const now = new Map(forms.map((form) => [form.id, form]));
  return rows.map((row) => {
    const form = now.get(row.id);
    if (!form) return row;
    const approved = form.status === 'approved' ? row.approved : null;
    return {
      ...row,
      ...{ id: form.now, status: form.status, approved, rejected: null, ended: null },
    };
  });
}

/** The next row that waits for a decision after a place, else the one just after it, else the place itself. */
export function nextPlace(rows: readonly Pick<LexiconForm, 'status'>[], place: number): number {
  const waiting = rows.findIndex((row, at) => at > place && row.status === 'proposed');
  if (waiting >= 0) return waiting;
  return Math.min(place + 1, Math.max(rows.length - 1, 0));
}
