import type { CDPSession } from 'playwright-core';

export const frameMs = 1000 / 60;

export interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tid: number;
  pid: number;
  args?: { data?: { type?: string } };
}

/** What Chromium notes while something is done. */
export async function traced(session: CDPSession, act: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['devtools.timeline', 'v8', 'blink.user_timing'] },
  });
  await act();
  const done = new Promise<void>((resolve) =>
    session.once('Tracing.tracingComplete', () => resolve()),
  );
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', collect);
  return events;
}

/** Milliseconds of script of the page's main thread, summed over each sixtieth of a second in which any ran. */
export function scriptPerFrame(events: TraceEvent[]): number[] {
  const script = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'FireAnimationFrame']);
  const tasks = events
    .filter(({ name, ph }) => ph === 'X' && script.has(name))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const frames = new Map<number, number>();
  const ends = new Map<string, number>();
  for (const { ts, dur = 0, pid, tid } of tasks) {
    const thread = `${pid} ${tid}`;
    // what runs inside another call is counted with it
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    const frame = Math.floor(ts / (frameMs * 1000));
    frames.set(frame, (frames.get(frame) ?? 0) + dur / 1000);
  }
  return [...frames.values()];
}
