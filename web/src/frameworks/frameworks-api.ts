import { CompetencyDetail, FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { z } from 'zod';
import { reading } from '../api.ts';

export const frameworks = reading(z.array(FrameworkTree), '/api/frameworks');

export const competency = (code: string) =>
  reading(CompetencyDetail, `/api/competencies/${encodeURIComponent(code)}`);
