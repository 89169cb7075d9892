import {
  FormsNow,
  LexiconCompetency,
  LexiconPage,
  LexiconSummary,
} from '@nhip/server/frameworks/lexicon/contract.ts';
import { z } from 'zod';
import { reading, send } from '../../api.ts';
import type { UrlState } from '../../url-state.ts';

export const lexiconAddress = (code: string) =>
  `/api/frameworks/${encodeURIComponent(code)}/lexicon`;

export const PAGE_SIZE = 50;

/** What the address says of the list, as the server is asked for it. */
export function filterOf(url: UrlState) {
  const { q, status, source, competency } = url;
  return {
    ...{ q, status, source, competency },
    formLanguage: url.written,
    collisions: url.collisions === '1' ? true : undefined,
  };
}
export type Filter = ReturnType<typeof filterOf>;

/** Stays as it was read, so that no row jumps away under the hand that decides. */
export const lexiconPage = (code: string, filter: Filter, page: number) => ({
  ...reading(LexiconPage, lexiconAddress(code), { ...filter, page, size: PAGE_SIZE }),
  staleTime: Infinity,
  gcTime: 0,
});

/** What names one competency, or is proposed to. */
export const formsOf = (code: string, competencyId: number) =>
  reading(LexiconPage, lexiconAddress(code), { competencyId, size: 200 });

export const lexiconSummary = (code: string) =>
  reading(LexiconSummary, `${lexiconAddress(code)}/summary`);

export const competencyChoice = (code: string, q: string) =>
  reading(z.array(LexiconCompetency), `${lexiconAddress(code)}/competencies`, { q });

export type Decision = 'approve' | 'reject' | 'end';

export const decide = (code: string, ids: number[], decision: Decision) =>
  send(FormsNow, 'POST', `${lexiconAddress(code)}/decisions`, { ids, decision });

export const undo = (code: string, ids: number[]) =>
  send(FormsNow, 'POST', `${lexiconAddress(code)}/undo`, { ids });

export const propose = (
  code: string,
  form: {
    competencyId: number;
    form: string;
    language: 'vi' | 'en';
    caseSensitive: boolean;
    note?: string;
  },
) => send(z.object({ id: z.number() }), 'POST', lexiconAddress(code), form);
