import type { LexiconForm, LexiconPage } from '@nhip/server/frameworks/lexicon/contract.ts';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import type { NoticeContent } from '../../ui/notice.tsx';
import { BECOMES, takes, withForms, withStatus } from './decided-rows.ts';
import { decide, lexiconAddress, lexiconSummary, undo, type Decision } from './lexicon-api.ts';
import { lexiconMessages } from './messages.ts';

/**
 * Decisions on the forms of one lexicon, with their way back. Each shows at once and travels behind; they travel one
 * after the other, so that an undo never overtakes what it undoes. `tell` says what came of each, with its undo.
 */
export function useDecisions(
  code: string,
  tell: (words: string, more?: Partial<NoticeContent>) => void,
) {
  const t = useMessages(lexiconMessages);
  const language = useLanguage();
  const client = useQueryClient();
  const [steps, setSteps] = useState<number[][]>([]);
  const latest = useRef(steps);
  const travelling = useRef<Promise<unknown>>(Promise.resolve());

  const keep = (next: number[][]) => setSteps((latest.current = next));
  const refuse = (error: unknown) => {
    const why = error instanceof ApiProblem ? error.words[language] : String(error);
    tell(t('done.failed', { why }), { tone: 'fault' });
  };
  const travel = (act: () => Promise<void>) => {
    travelling.current = travelling.current.then(act).catch(refuse);
    void travelling.current.then(() =>
      client.invalidateQueries({ queryKey: lexiconSummary(code).queryKey }),
    );
  };
  const change = (key: QueryKey, to: (rows: LexiconForm[]) => LexiconForm[]) =>
    client.setQueryData<LexiconPage>(key, (page) => page && { ...page, items: to(page.items) });

  function judge(key: QueryKey, forms: readonly LexiconForm[], decision: Decision): boolean {
    const ids = forms.filter((form) => takes(form, decision)).map(({ id }) => id);
    if (ids.length === 0) {
      tell(t('done.notWaiting'));
      return false;
    }
    const before = new Map(forms.map((form) => [form.id, form]));
    change(key, (rows) => withStatus(rows, ids, BECOMES[decision]));
    keep([...latest.current, ids]);
    tell(t(`done.${decision}`, { count: ids.length }), {
      action: { label: t('do.undo'), run: () => takeBack(key) },
    });
    travel(async () => {
      try {
        await decide(code, ids, decision);
      } catch (error) {
        change(key, (rows) => rows.map((row) => before.get(row.id) ?? row));
        keep(latest.current.filter((step) => step !== ids));
        throw error;
      }
    });
    return true;
  }

  function takeBack(key: QueryKey) {
    const ids = latest.current.at(-1);
    if (!ids) return tell(t('done.nothing'));
    keep(latest.current.slice(0, -1));
    travel(async () => {
      const { forms } = await undo(code, ids);
      const shown = client.getQueryData<LexiconPage>(key)?.items ?? [];
      if (ids.every((id) => shown.some((row) => row.id === id))) {
        change(key, (rows) => withForms(rows, forms));
      } else await client.invalidateQueries({ queryKey: [lexiconAddress(code)] });
      tell(t('done.undone', { count: ids.length }));
    });
  }

  return { judge, takeBack, canUndo: steps.length > 0 };
}
export type Decisions = ReturnType<typeof useDecisions>;
