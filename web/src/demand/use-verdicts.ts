import type { AdvertisementDetail } from '@nhip/server/demand/contract.ts';
import type { Verdict } from '@nhip/server/linking/contract.ts';
import type { Decision } from '@nhip/server/review/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { decide, forgetFigures, undoDecision } from '../review/review-api.ts';
import type { NoticeContent } from '../ui/notice.tsx';
import { advertisement } from './demand-api.ts';
import { withVerdict, type LinkPair } from './link-pairs.ts';
import { demandMessages } from './messages.ts';

interface Step {
  pair: LinkPair;
  decision: Promise<Decision>;
}

/** Decides about the links of one advertisement: shown at once, sent in order, taken back one by one. */
export function useVerdicts(advertisementId: number) {
  const t = useMessages(demandMessages);
  const local = useLocalText();
  const client = useQueryClient();
  const [notice, setNotice] = useState<NoticeContent>();
  const closeNotice = useCallback(() => setNotice(undefined), []);
  const steps = useRef<Step[]>([]);
  const travelling = useRef<Promise<unknown>>(Promise.resolve());

  function show(pair: LinkPair, verdict: Verdict | null) {
    client.setQueryData(
      advertisement(String(advertisementId)).queryKey,
      (before: AdvertisementDetail | undefined) => before && withVerdict(before, pair.key, verdict),
    );
  }

  function travel<T>(act: () => Promise<T>): Promise<T> {
    const result = travelling.current.then(act);
    travelling.current = result.catch(() => undefined);
    return result;
  }

  function failed(pair: LinkPair) {
    forgetFigures(client);
    const words = t('links.failed', { surface: pair.surface });
    setNotice({ id: Date.now(), words, tone: 'fault' });
  }

  function judge(pair: LinkPair, verdict: 'accept' | 'reject') {
    if (pair.verdict === verdict) return;
    show(pair, verdict);
    const decision = travel(() =>
      decide({ normalised: pair.normalised, competencyId: pair.competency.id, verdict }),
    );
    const step = { pair, decision };
    steps.current.push(step);
    setNotice({
      id: Date.now(),
      words: t(verdict === 'accept' ? 'links.accepted' : 'links.rejected', {
        surface: pair.surface,
        name: local(pair.competency.label),
      }),
      action: { label: t('links.undo'), run: undo },
    });
    decision.then(
      () => forgetFigures(client),
      () => {
        steps.current = steps.current.filter((other) => other !== step);
        failed(pair);
      },
    );
  }

  function undo() {
    const step = steps.current.pop();
    if (!step) return;
    show(step.pair, step.pair.verdict);
    setNotice({ id: Date.now(), words: t('links.undone', { surface: step.pair.surface }) });
    step.decision
      .then((decision) => travel(() => undoDecision(decision.id)))
      .then(
        () => forgetFigures(client),
        () => failed(step.pair),
      );
  }

  return { judge, undo, notice, closeNotice };
}
