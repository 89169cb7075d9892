import type { Transaction } from 'kysely';
import { actsFor, type Actor } from '#src/actors/actor.ts';
import { record } from '#src/audit/record.ts';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { findFramework } from '../version-queries.ts';
import { listLevels } from '../scale-queries.ts';
import { mayDraft } from './access.ts';
import type { NewEquating } from './contract.ts';
import { endEquating, findEquating, insertEquating, scaleOfFramework } from './equating-queries.ts';

const WHAT = {
  same: { 'what.vi': 'hai thang phải khác nhau', 'what.en': 'the two scales must differ' },
  level: {
    'what.vi': 'có mức không thuộc thang, hoặc mức thấp nhất cao hơn mức cao nhất',
    'what.en': 'a level is not on its scale, or the lowest one lies above the highest',
  },
  scale: {
    'what.vi': 'ít nhất một trong hai thang phải thuộc khung này',
    'what.en': 'one of the two scales at least must belong to this framework',
  },
  kind: {
    'what.vi':
      'thang năng lực chỉ được ghi là “thường gặp” với thang trình độ, không bao giờ ngang bằng',
    'what.en':
      'a proficiency scale may be “typical” of a qualification scale and is never equated with it',
  },
} as const;

/**
 * Says from a day on that a range of one scale lies in a range of another. It is never rewritten: whoever
 * sees it otherwise ends it and adds another.
 *
 * Throws equating-invalid, framework-of-another-organisation.
 */
export async function addEquating(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  wanted: NewEquating,
): Promise<void> {
  const framework = await getOwnFramework(trx, actor, code);
  const ends = [];
  for (const range of [wanted.from, wanted.to]) {
    const scale = await scaleOfFramework(trx, range.scale);
    const levels = await listLevels(trx, range.scale);
    const known = levels.includes(range.lowest) && levels.includes(range.highest);
    if (!scale || !known || range.lowest > range.highest) invalid('level');
    else ends.push(scale);
  }
  const [from, to] = ends as [(typeof ends)[number], (typeof ends)[number]];
  if (from.id === to.id) invalid('same');
  if (![from, to].some(({ frameworkId }) => frameworkId === framework.id)) invalid('scale');
  if (wanted.relation === 'equated' && from.kind !== to.kind) invalid('kind');
  const id = await insertEquating(trx, actor, { ...wanted, fromId: from.id, toId: to.id });
  await record(trx, actor, {
    ...{ action: 'level-equating-added', subjectKind: 'level-equating', subjectId: id },
    detail: { code, from: wanted.from.scale, to: wanted.to.scale, relation: wanted.relation },
  });
}

/** Throws equating-ended, not-found. */
export async function endEquatingOn(
  trx: Transaction<DB>,
  actor: Actor,
  code: string,
  id: number,
  validTo: string,
): Promise<void> {
  const framework = await getOwnFramework(trx, actor, code);
  const equating = await findEquating(trx, framework.id, id);
  if (!equating) throw new Problem('not-found', { what: `#${id}` });
  if (equating.validTo !== null || validTo < equating.validFrom)
    throw new Problem('equating-ended');
  await endEquating(trx, id, validTo);
  await record(trx, actor, {
    ...{ action: 'level-equating-ended', subjectKind: 'level-equating', subjectId: id },
    detail: { code, validTo },
  });
}

function invalid(what: keyof typeof WHAT): never {
  throw new Problem('equating-invalid', WHAT[what]);
}

async function getOwnFramework(trx: Transaction<DB>, actor: Actor, code: string) {
  const framework = await findFramework(trx, {
    uuid: '00000000-0000-0000-0000-000000000000',
    code,
  });
  const own = framework && actsFor(actor, framework.ownerOrganisationId);
  if (!framework || (!own && !actor.roles.includes('secretariat'))) {
    throw new Problem('not-found', { what: code });
  }
  if (!own || !mayDraft(actor)) {
    throw new Problem('framework-of-another-organisation', { code });
  }
  return framework;
}
