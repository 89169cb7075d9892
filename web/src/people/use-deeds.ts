import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import type { NoticeContent } from '../ui/notice.tsx';
import { deedMessages } from './deed-messages.ts';

export interface Deed {
  act: () => Promise<unknown>;
  /** What is said when it is done. */
  done: string;
  undo?: Deed;
}

/** Small acts by one press, one at a time; each says what happened, with the way back where there is one. */
export function useDeeds() {
  const t = useMessages(deedMessages);
  const language = useLanguage();
  const [notice, setNotice] = useState<NoticeContent>();
  const closeNotice = useCallback(() => setNotice(undefined), []);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ act }: Deed) => act(),
    onSuccess: (_answer, { done, undo }) =>
      setNotice({
        id: Date.now(),
        words: done,
        action: undo && { label: t('undo'), run: () => mutate(undo) },
      }),
    onError: (error) => {
      const why = error instanceof ApiProblem ? error.words[language] : String(error);
      setNotice({ id: Date.now(), words: t('failed', { why }), tone: 'fault' });
    },
  });
  const say = (words: string) => setNotice({ id: Date.now(), words });
  return { notice, closeNotice, isPending, run: mutate, say };
}
