import type { AdvertisementStatus } from '@nhip/server/demand/contract.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { forgetFigures } from '../review/review-api.ts';
import type { NoticeContent } from '../ui/notice.tsx';
import { admit } from './demand-api.ts';
import { demandMessages } from './messages.ts';

const done = {
  counted: 'admission.admitted',
  excluded: 'admission.excluded',
  held: 'admission.heldAgain',
} as const;

/** The server takes this many at once. */
const most = 1000;

interface Act {
  ids: number[];
  status: AdvertisementStatus;
  undoing?: boolean;
}

export type Admissions = ReturnType<typeof useAdmission>;

/** Admits, excludes or holds advertisements and says what happened, with the way back. `from`: their status now. */
export function useAdmission(from: AdvertisementStatus) {
  const t = useMessages(demandMessages);
  const language = useLanguage();
  const client = useQueryClient();
  const [notice, setNotice] = useState<NoticeContent>();
  const closeNotice = useCallback(() => setNotice(undefined), []);
  const { mutate, mutateAsync, isPending } = useMutation({
    mutationFn: admitAll,
    onSuccess: (changed, act) => {
      const count = changed.length;
      setNotice({
        id: Date.now(),
        words: t(act.undoing && act.status === 'held' ? 'admission.undone' : done[act.status], {
          count,
        }),
        action:
          !act.undoing && count > 0
            ? {
                label: t('admission.undo'),
                run: () => mutate({ ids: changed, status: from, undoing: true }),
              }
            : undefined,
      });
    },
    onError: (error) => {
      const why = error instanceof ApiProblem ? error.words[language] : String(error);
      setNotice({ id: Date.now(), words: t('admission.failed', { why }), tone: 'fault' });
    },
    onSettled: () => forgetFigures(client),
  });
  return {
    notice,
    closeNotice,
    isPending,
    /** Whether it was saved. */
    admit: (ids: number[], status: AdvertisementStatus) =>
      mutateAsync({ ids, status }).then(
        () => true,
        () => false,
      ),
  };
}

async function admitAll({ ids, status }: Act): Promise<number[]> {
  const changed: number[] = [];
  for (let from = 0; from < ids.length; from += most) {
    changed.push(...(await admit(ids.slice(from, from + most), status)).changed);
  }
  return changed;
}
