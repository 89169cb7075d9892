import { z } from 'zod';
import { Problem } from '#src/errors.ts';
import type { App, Platform } from '#src/platform.ts';
import { mayReadOutbox } from './access.ts';
import { OutboxLetter } from './contract.ts';

const RECENT = 100;

export function mailRoutes(app: App, { db, kind }: Platform): void {
  app.get(
    '/api/outbox',
    { config: { access: mayReadOutbox }, schema: { response: { 200: z.array(OutboxLetter) } } },
    async () => {
      if (kind !== 'demo') throw new Problem('not-found', { what: '/api/outbox' });
      const letters = await db
        .selectFrom('letter')
        .selectAll()
        .where('recipient', 'is not', null)
        .orderBy('id', 'desc')
        .limit(RECENT)
        .execute();
      return letters.map((letter) => ({
        id: letter.id,
        to: letter.recipient ?? '',
        subject: letter.subject,
        body: letter.body ?? '',
        language: letter.language as OutboxLetter['language'],
        createdAt: letter.created_at.toISOString(),
      }));
    },
  );
}
