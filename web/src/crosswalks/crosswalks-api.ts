import {
  BulkAccepted,
  BulkPreview,
  CrosswalkDecided,
  CrosswalkItems,
  CrosswalkOverview,
  CrosswalkPairs,
  CrosswalkReport,
  CrosswalkUndone,
  ProposalRun,
  type BulkAccept,
  type EndKind,
  type NewCrosswalkDecision,
  type SeekMethod,
} from '@nhip/server/crosswalks/contract.ts';
import { reading, send } from '../api.ts';

/** Two frameworks by their codes, and what is linked between them. */
export interface PairName {
  from: string;
  to: string;
  kind: EndKind;
}

export const overview = () => reading(CrosswalkOverview, '/api/crosswalks');

export const items = (framework: string, kind: EndKind) =>
  reading(CrosswalkItems, '/api/crosswalks/items', { framework, kind });

export const pairsOf = (pair: PairName) =>
  reading(CrosswalkPairs, '/api/crosswalks/pairs', { ...pair });

export const report = (pair: PairName) =>
  reading(CrosswalkReport, '/api/crosswalks/report', { ...pair });

export const bulkPreview = (pair: PairName, above: number) =>
  reading(BulkPreview, '/api/crosswalks/bulk', { ...pair, above });

export const acceptBulk = (wanted: BulkAccept) =>
  send(BulkAccepted, 'POST', '/api/crosswalks/bulk', wanted);

export const decide = (decision: NewCrosswalkDecision) =>
  send(CrosswalkDecided, 'POST', '/api/crosswalks/decisions', decision);

/** `batch` of the decision, or of the bulk, that is taken back. */
export const undoBatch = (batch: string) =>
  send(CrosswalkUndone, 'POST', `/api/crosswalks/decisions/${batch}/undo`);

export const startSeeking = (pair: PairName, method: SeekMethod) =>
  send(ProposalRun, 'POST', '/api/crosswalks/runs', { ...pair, method });

export const seekRun = (id: number) => reading(ProposalRun, `/api/crosswalks/runs/${id}`);
