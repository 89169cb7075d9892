import type { ProposalRun, SeekMethod } from '@nhip/server/crosswalks/contract.ts';
import { IconSparkles } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ApiProblem } from '../api.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { Progress } from '../ui/progress.tsx';
import { pairsOf, seekRun, startSeeking, type PairName } from './crosswalks-api.ts';
import { crosswalkMessages } from './messages.ts';
import styles from './seek-proposals.module.css';

/** Has the program look for proposals; shows how far it is, and what it has found. */
export function SeekProposals({ name, primary }: { name: PairName; primary?: boolean }) {
  const t = useMessages(crosswalkMessages);
  const language = useLanguage();
  const client = useQueryClient();
  const [runId, setRunId] = useState<number>();
  const [method, setMethod] = useState<SeekMethod>('lexical');
  const start = useMutation({
    mutationFn: () => startSeeking(name, method),
    onSuccess: ({ id }) => setRunId(id),
  });
  const run = useQuery({
    ...seekRun(runId ?? 0),
    enabled: runId !== undefined,
    refetchInterval: ({ state }) => (isOpen(state.data) ? 500 : false),
  }).data;
  const ended = run && !isOpen(run);
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: pairsOf(name).queryKey });
  }, [ended, client, name.from, name.to, name.kind]);
  const running = start.isPending || (runId !== undefined && !ended);
  return (
    <div>
      <div className={styles.row}>
        <NativeSelect
          label={t('editor.method')}
          value={method}
          onChange={(value) => setMethod(value as SeekMethod)}
          options={[
            { value: 'lexical', label: t('editor.byNames') },
            { value: 'engine', label: t('editor.byEngine') },
          ]}
        />
        <ActionButton
          primary={primary}
          icon={IconSparkles}
          disabled={running}
          onClick={() => start.mutate()}
        >
          {t('editor.seek')}
        </ActionButton>
      </div>
      {running && (
        <Progress label={t('editor.seeking')} done={run?.done ?? 0} total={run?.total ?? null} />
      )}
      <p role="status" className="small">
        {run?.status === 'done' && t('editor.sought', run.counts)}
        {run?.status === 'failed' && t('editor.seekFailed')}
        {start.error instanceof ApiProblem && start.error.words[language]}
      </p>
    </div>
  );
}

function isOpen(run: ProposalRun | undefined): boolean {
  return run === undefined || run.status === 'waiting' || run.status === 'running';
}
