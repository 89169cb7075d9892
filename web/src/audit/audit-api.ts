import {
  AuditActions,
  AuditState,
  AuditVerdict,
  FactPage,
  type AuditHead,
  type FactFilter,
} from '@nhip/server/audit/contract.ts';
import { addressOf, reading, send } from '../api.ts';

export const chainState = {
  ...reading(AuditState, '/api/audit/state'),
  staleTime: 0,
  refetchInterval: 15_000,
};

/** What can have been done; it changes only with the program. */
export const auditActions = {
  ...reading(AuditActions, '/api/audit/actions'),
  staleTime: Infinity,
};

/** A page stays as it was read: facts that come in meanwhile must not push others off its end. */
export const factPage = (filter: FactFilter, before: number | undefined) => ({
  ...reading(FactPage, '/api/audit/facts', { ...filter, before, size: 50 }),
  staleTime: Infinity,
  gcTime: 0,
});

export const csvAddress = (filter: FactFilter) => addressOf('/api/audit/facts.csv', { ...filter });

export const verify = (head: AuditHead | undefined) =>
  send(AuditVerdict, 'POST', '/api/audit/verify', { head });
