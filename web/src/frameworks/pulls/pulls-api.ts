import {
  RemoteDocuments,
  Subscription,
  type NewSubscription,
  type SubscriptionChange,
} from '@nhip/server/standards/case/pulls/contract.ts';
import { ImportRun } from '@nhip/server/imports/contract.ts';
import { z } from 'zod';
import { reading, send } from '../../api.ts';

const at = '/api/frameworks/subscriptions';

export const subscriptions = reading(z.array(Subscription), at);

export const follow = (wanted: NewSubscription) => send(Subscription, 'POST', at, wanted);

export const change = (id: number, wanted: SubscriptionChange) =>
  send(Subscription, 'PUT', `${at}/${id}`, wanted);

export const unfollow = (id: number) => send(z.undefined(), 'DELETE', `${at}/${id}`);

/** Asks the other server now; answers when it is known what came of it. */
export const askNow = (id: number) => send(Subscription, 'POST', `${at}/${id}/check`);

/** Brings a package in once, without following it. */
export const pullOnce = (url: string) => send(ImportRun, 'POST', '/api/frameworks/pulls', { url });

/** The frameworks that a server offers. */
export const documentsOf = (url: string) =>
  send(RemoteDocuments, 'POST', '/api/frameworks/pulls/documents', { url });
