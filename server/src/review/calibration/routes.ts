import { z } from 'zod';
import type { App, Platform } from '#src/platform.ts';
import { mayReadQuality, mayRecalibrate } from '../access.ts';
import { CalibrationCell, CalibrationState, Recalibrated } from './contract.ts';
import { readCalibrationState } from './read-state.ts';
import { recalibrate, withdraw } from './recalibrate.ts';

export function calibrationRoutes(app: App, { db }: Platform): void {
  app.get(
    '/api/review/calibration',
    { config: { access: mayReadQuality }, schema: { response: { 200: CalibrationState } } },
    () => readCalibrationState(db),
  );
  app.post(
    '/api/review/calibration',
    {
      config: { access: mayRecalibrate },
      schema: { body: CalibrationCell, response: { 200: Recalibrated } },
    },
    (request) => recalibrate(db, request.actor, request.body),
  );
  app.post(
    '/api/review/calibration/:id/withdraw',
    {
      config: { access: mayRecalibrate },
      schema: {
        params: z.object({ id: z.coerce.number().int() }),
        response: { 200: Recalibrated },
      },
    },
    (request) => withdraw(db, request.actor, request.params.id),
  );
}
