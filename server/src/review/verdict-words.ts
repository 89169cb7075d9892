import type { Verdict } from '#src/linking/contract.ts';

export const VERDICT_WORDS: Record<Verdict, { vi: string; en: string }> = {
  accept: { vi: 'chấp nhận', en: 'accepted' },
  reject: { vi: 'bác bỏ', en: 'rejected' },
  ambiguous: { vi: 'còn mơ hồ', en: 'ambiguous' },
};
