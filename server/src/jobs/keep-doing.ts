/**
 * Does `work` at once and then every `seconds`, never twice at the same time; a fault is reported and
 * the next turn tries again. Gives back how to stop it: the signal aborts and the turn under way is
 * waited for.
 */
export function keepDoing(
  work: (signal: AbortSignal) => Promise<void>,
  { seconds, report }: { seconds: number; report: (fault: unknown) => void },
): () => Promise<void> {
  const stopped = new AbortController();
  let busy = false;
  let turn = Promise.resolve();
  const begin = () => {
    if (busy) return;
    busy = true;
    turn = work(stopped.signal)
      .catch(report)
      .finally(() => (busy = false));
  };
  begin();
  const timer = setInterval(begin, seconds * 1000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    stopped.abort();
    await turn;
  };
}
