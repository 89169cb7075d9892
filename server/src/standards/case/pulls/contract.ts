import { z } from 'zod';
import { LocalText } from '../../../languages/contract.ts';

const Address = z.url({ protocol: /^https?$/ }).max(2000);

/** POST /api/frameworks/pulls: a package, or a CFDocument whose package is meant. */
export const PullRequest = z.object({ url: Address, version: z.enum(['1.0', '1.1']).optional() });
export type PullRequest = z.infer<typeof PullRequest>;

/** POST /api/frameworks/pulls/documents: what a server offers. */
export const RemoteDocuments = z.object({
  documents: z.array(
    z.object({
      identifier: z.string(),
      title: z.string(),
      creator: z.string(),
      version: z.string().nullable(),
      packageUrl: z.string(),
    }),
  ),
  /** false: the server said another number than it gave, or gave pages twice */
  complete: z.boolean(),
});
export type RemoteDocuments = z.infer<typeof RemoteDocuments>;

/** OAuth 2 client credentials at the other server. */
const Credentials = z.object({
  tokenUrl: Address,
  clientId: z.string().min(1).max(300),
  clientSecret: z.string().min(1).max(1000),
});

export const NewSubscription = z.object({
  url: Address,
  everyHours: z.int().min(1).max(8760),
  appliesItself: z.boolean().default(false),
  credentials: Credentials.nullable().default(null),
});
export type NewSubscription = z.infer<typeof NewSubscription>;

export const SubscriptionChange = z.object({
  everyHours: z.int().min(1).max(8760),
  appliesItself: z.boolean(),
  enabled: z.boolean(),
  /** left out: they stay as they are; null: none are needed any more */
  credentials: Credentials.nullable().optional(),
});
export type SubscriptionChange = z.infer<typeof SubscriptionChange>;

/** A framework that is kept in step with the server that publishes it; the secret is never shown. */
export const Subscription = z.object({
  id: z.int(),
  url: z.string(),
  /** null: nothing has come from there yet */
  framework: z.object({ code: z.string(), title: LocalText, published: z.boolean() }).nullable(),
  everyHours: z.int(),
  appliesItself: z.boolean(),
  enabled: z.boolean(),
  credentials: z.object({ tokenUrl: z.string(), clientId: z.string() }).nullable(),
  checkedAt: z.string().nullable(),
  nextCheckAt: z.string(),
  result: z.string().nullable(),
  resultWords: LocalText.nullable(),
  importRunId: z.string().nullable(),
});
export type Subscription = z.infer<typeof Subscription>;
