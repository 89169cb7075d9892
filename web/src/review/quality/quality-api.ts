import {
  CalibrationState,
  Recalibrated,
  type CalibrationCell,
} from '@nhip/server/review/calibration/contract.ts';
import {
  Agreement,
  Disagreements,
  OpinionQueue,
  SavedOpinion,
  type Opinion,
} from '@nhip/server/review/opinions/contract.ts';
import {
  DrawnSample,
  PrecisionReport,
  PrecisionSample,
  type PrecisionPeriod,
} from '@nhip/server/review/precision/contract.ts';
import { reading, send } from '../../api.ts';

export const precision = (per: PrecisionPeriod) =>
  reading(PrecisionReport, '/api/review/precision', { per });
export const sample = reading(PrecisionSample, '/api/review/precision/sample');
export const drawSample = () => send(DrawnSample, 'POST', '/api/review/precision/sample', {});

export const opinionQueue = reading(OpinionQueue, '/api/review/opinions/queue');
export const giveOpinion = (decisionId: number, verdict: Opinion) =>
  send(SavedOpinion, 'POST', '/api/review/opinions', { decisionId, verdict });
export const agreement = reading(Agreement, '/api/review/opinions/agreement');
export const disagreements = reading(Disagreements, '/api/review/opinions/disagreements');
export const settle = (id: number, verdict: Opinion) =>
  send(SavedOpinion, 'POST', `/api/review/opinions/${id}/settle`, { verdict });

export const calibration = reading(CalibrationState, '/api/review/calibration');
export const recalibrate = ({ language, documentType }: CalibrationCell) =>
  send(Recalibrated, 'POST', '/api/review/calibration', { language, documentType });
export const withdrawCalibration = (id: number) =>
  send(Recalibrated, 'POST', `/api/review/calibration/${id}/withdraw`);
