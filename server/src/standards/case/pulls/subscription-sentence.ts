import { words, type ProblemCode } from '#src/errors.ts';
import { fill } from '#src/languages/fill.ts';
import { messages } from '#src/messages.ts';
import type { Subscription } from './contract.ts';
import { localText } from '#src/languages/local-text.ts';
import type { Listed } from './subscription-queries.ts';

const RESULTS: Record<string, { vi: string; en: string }> = {
  unchanged: { vi: 'Không có gì thay đổi.', en: 'Nothing has changed.' },
  'run-made': {
    vi: 'Có thay đổi ({new} mới, {changed} sửa, {removed} bỏ), đang chờ bạn xem và áp dụng.',
    en: 'There are changes ({new} new, {changed} changed, {removed} removed); they wait for you to look and apply.',
  },
  'run-applied': {
    vi: 'Thay đổi tìm thấy ({new} mới, {changed} sửa, {removed} bỏ) đã được xem và áp dụng.',
    en: 'The changes that were found ({new} new, {changed} changed, {removed} removed) have been looked at and applied.',
  },
  'run-discarded': {
    vi: 'Thay đổi tìm thấy ({new} mới, {changed} sửa, {removed} bỏ) đã được xem và bỏ qua.',
    en: 'The changes that were found ({new} new, {changed} changed, {removed} removed) have been looked at and left out.',
  },
  applied: {
    vi: 'Đã tự áp dụng vào bản nháp: {new} mới, {changed} sửa, {removed} bỏ.',
    en: 'Applied to the draft by itself: {new} new, {changed} changed, {removed} removed.',
  },
};

export function presentSubscription(row: Listed): Subscription {
  const { followed, token_url: tokenUrl, client_id: clientId } = row;
  const result = resultNow(row);
  return {
    id: row.id,
    url: row.url,
    framework: followed && {
      ...{ code: followed.code, published: followed.published },
      title: localText(followed.titles),
    },
    everyHours: row.every_hours,
    appliesItself: row.applies_itself,
    enabled: row.enabled,
    credentials: tokenUrl === null || clientId === null ? null : { tokenUrl, clientId },
    checkedAt: row.checked_at?.toISOString() ?? null,
    nextCheckAt: row.next_check_at.toISOString(),
    result,
    resultWords: result === null ? null : wordsOf(result, row.result_detail),
    importRunId: row.import_run_id,
  };
}

/** What a person has decided about the changes since is said instead of that they wait. */
function resultNow({ result, runStatus }: Listed): string | null {
  const decided = runStatus === 'applied' || runStatus === 'discarded';
  return result === 'run-made' && decided ? `run-${runStatus}` : result;
}

function wordsOf(result: string, detail: unknown): { vi: string; en: string } {
  const filled = detail as Record<string, string | number>;
  const own = RESULTS[result];
  if (own) return { vi: fill(own.vi, filled), en: fill(own.en, filled) };
  if (!(result in messages)) return { vi: result, en: result };
  const code = result as ProblemCode;
  return { vi: words(code, filled, 'vi'), en: words(code, filled, 'en') };
}
