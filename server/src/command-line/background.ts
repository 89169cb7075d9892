import { deleteExpired } from '#src/sign-in/delete-expired.ts';
import { keepSealing } from '#src/audit/keep-sealing.ts';
import type { Config } from '#src/config.ts';
import { crosswalkJobs } from '#src/crosswalks/seek-crosswalks.ts';
import { importers } from '#src/importers.ts';
import { importJobs, keepResuming } from '#src/imports/resume-imports.ts';
import type { JobQueue } from '#src/jobs/pg-boss.ts';
import { keepLinking } from '#src/linking/relinking/keep-linking.ts';
import { forgetOldLetters } from '#src/mail/forget-letters.ts';
import { letterJobs } from '#src/mail/post-office.ts';
import { organisationJobs } from '#src/organisations/invitation-letters.ts';
import { forgetUnanswered } from '#src/organisations/invitation-queries.ts';
import { peopleDoors } from '#src/people-doors.ts';
import { keepErasing } from '#src/people/people-jobs.ts';
import { keepInStep } from '#src/standards/case/pulls/keep-in-step.ts';
import type { Platform } from '#src/platform.ts';
import { rebandAll } from '#src/review/calibration/reband.ts';
import { textSources } from '#src/text-sources.ts';

type Stop = () => unknown;
const HOUR = 3_600_000;

/**
 * What a server does beside answering: takes jobs, resumes imports, erases what is due, forgets
 * sessions that have ended, seals the audit. Gives back how each is stopped, in the order in which
 * they began; sealing stops last and covers what the others wrote.
 */
export async function startBackground(
  platform: Platform,
  { queue, config, report }: { queue: JobQueue; config: Config; report(fault: unknown): void },
): Promise<Stop[]> {
  const { db, kind } = platform;
  const origin = config.publicUrl ?? new URL(`http://localhost:${config.port}`);
  const stopSealing = keepSealing(platform, report);
  await queue.work({
    ...importJobs(platform, importers, report),
    ...crosswalkJobs(platform),
    ...letterJobs(db, kind === 'main' ? config.postOffice : undefined),
    ...organisationJobs(platform, origin),
  });
  const forget = () => {
    void deleteExpired(db).catch(report);
    void forgetUnanswered(db).catch(report);
    void forgetOldLetters(db).catch(report);
  };
  forget();
  // a recalibration that was stopped in the midst goes on
  const stopping = new AbortController();
  const rebanded = rebandAll(db, { signal: stopping.signal }).catch((fault: unknown) => {
    if (!stopping.signal.aborted) report(fault);
  });
  const timer = setInterval(forget, HOUR);
  timer.unref();
  return [
    stopSealing,
    () => queue.stop(),
    () => (stopping.abort(), rebanded),
    () => clearInterval(timer),
    keepErasing(platform, peopleDoors, report),
    keepResuming(platform, importers, report),
    keepLinking(platform, textSources, report),
    keepInStep(platform, importers, { trustedHosts: config.pullHosts }, report),
  ];
}
