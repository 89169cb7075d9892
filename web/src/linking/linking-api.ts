import { LinkingState, LinksReply, type LinksRequest } from '@nhip/server/linking/contract.ts';
import type { z } from 'zod';
import { reading, send } from '../api.ts';

export const linkingState = reading(LinkingState, '/api/linking/state');

export const findLinks = (request: z.input<typeof LinksRequest>, signal?: AbortSignal) =>
  send(LinksReply, 'POST', '/api/linking/links', request, signal);
