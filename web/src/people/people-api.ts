import {
  AccessLog,
  Done,
  ErasureView,
  MergeList,
  MyConsents,
  MyHoldings,
  OpenCorrections,
  RetentionRules,
  type NewConsent,
  type NewCorrection,
  type NewRetentionRule,
  type ProfileChange,
} from '@nhip/server/people/contract.ts';
import { reading, send } from '../api.ts';

export const myHoldings = reading(MyHoldings, '/api/me/holdings');
export const accessLog = (page: number, size: number) => ({
  ...reading(AccessLog, '/api/me/access-log', { page, size }),
  staleTime: 0,
});
export const myConsents = reading(MyConsents, '/api/me/consents');
export const myCorrections = { ...reading(OpenCorrections, '/api/me/corrections'), staleTime: 0 };
export const myMerges = { ...reading(MergeList, '/api/me/merges'), staleTime: 0 };
export const erasurePlan = { ...reading(ErasureView, '/api/me/erasure'), staleTime: 0 };
export const openCorrections = { ...reading(OpenCorrections, '/api/corrections'), staleTime: 0 };
export const retentionRules = reading(RetentionRules, '/api/retention-rules');

export const saveProfile = (profile: ProfileChange) =>
  send(Done, 'PUT', '/api/me/profile', profile);
export const giveConsent = (consent: NewConsent) =>
  send(MyConsents, 'POST', '/api/me/consents', consent);
export const withdrawConsent = (id: number) =>
  send(MyConsents, 'POST', `/api/me/consents/${id}/withdraw`, {});
export const askCorrection = (wanted: NewCorrection) =>
  send(OpenCorrections, 'POST', '/api/me/corrections', wanted);
export const withdrawCorrection = (id: number) =>
  send(OpenCorrections, 'POST', `/api/me/corrections/${id}/withdraw`, {});
export const erase = (confirmation: string) =>
  send(ErasureView, 'POST', '/api/me/erasure', { confirmation });

interface RowOfPerson {
  personId: number;
  id: number;
}
export const proposeMerge = (email: string, reason: string) =>
  send(Done, 'POST', '/api/me/merges', { email, reason });
export const answerMerge = (row: RowOfPerson, answer: 'confirm' | 'refuse' | 'undo') =>
  send(Done, 'POST', `/api/merges/${row.personId}/${row.id}/${answer}`, {});
export const acceptCorrection = (row: RowOfPerson) =>
  send(OpenCorrections, 'POST', `/api/corrections/${row.personId}/${row.id}/accept`, {});
export const refuseCorrection = (row: RowOfPerson, answer: string) =>
  send(OpenCorrections, 'POST', `/api/corrections/${row.personId}/${row.id}/refuse`, { answer });
export const addRetentionRule = (rule: NewRetentionRule) =>
  send(Done, 'POST', '/api/retention-rules', rule);
export const endRetentionRule = (id: number, on: string) =>
  send(Done, 'POST', `/api/retention-rules/${id}/end`, { on });
