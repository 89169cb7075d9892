import type { Kysely } from 'kysely';
import { findEndsOf, listAccepted, type AcceptedCrosswalk } from '#src/crosswalks/accepted.ts';
import type { DB } from '#src/db/types.ts';
import type { End } from '../bundle.ts';
import type { CFAssociation } from '../wire.ts';
import { crosswalkType } from '../words.ts';
import { endOfRow } from './end-of-row.ts';
import { listCrosswalkEnds, type CrosswalkEnd } from './published.ts';

/**
 * The accepted crosswalks of some competencies or roles with those of other frameworks, where both ends
 * stand in versions in force. An association is the same in the packages of both frameworks.
 */
export async function crosswalkAssociations(
  db: Kysely<DB>,
  type: End['type'],
  ids: readonly number[],
  base: string,
): Promise<CFAssociation[]> {
  const accepted = await listAccepted(db, type === 'item' ? 'competency' : 'role', ids);
  const ends = await endsOf(db, type, accepted);
  return accepted.flatMap((one) => {
    const [origin, destination] = [ends.get(one.from), ends.get(one.to)];
    return origin && destination
      ? [associationOf(one, nodeOf(type, origin, base), nodeOf(type, destination, base), base)]
      : [];
  });
}

/** One of them by its UUID, with the framework at whose item it begins. */
export async function findCrosswalkAssociation(
  db: Kysely<DB>,
  uuid: string,
  base: string,
): Promise<{ association: CFAssociation; frameworkId: number } | undefined> {
  const found = await findEndsOf(db, uuid);
  if (!found) return undefined;
  const type = found.kind === 'competency' ? 'item' : 'role';
  const associations = await crosswalkAssociations(db, type, [found.from], base);
  const association = associations.find(({ identifier }) => identifier === uuid);
  const [origin] = await listCrosswalkEnds(db, type, [found.from]);
  return association && origin && { association, frameworkId: origin.frameworkId };
}

async function endsOf(
  db: Kysely<DB>,
  type: End['type'],
  accepted: readonly AcceptedCrosswalk[],
): Promise<Map<number, CrosswalkEnd>> {
  const ids = new Set(accepted.flatMap(({ from, to }) => [from, to]));
  const rows = await listCrosswalkEnds(db, type, [...ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

function nodeOf(type: End['type'], row: CrosswalkEnd, base: string) {
  const { title, identifier, uri } = endOfRow(type, row, base, row.language);
  return { title, identifier, uri };
}

function associationOf(
  { uuid, relation, source, confidence, note, at }: AcceptedCrosswalk,
  originNodeURI: CFAssociation['originNodeURI'],
  destinationNodeURI: CFAssociation['destinationNodeURI'],
  base: string,
): CFAssociation {
  return {
    ...{ identifier: uuid, associationType: crosswalkType(relation) },
    uri: `${base}/CFAssociations/${uuid}`,
    ...{ originNodeURI, destinationNodeURI },
    lastChangeDateTime: at.toISOString(),
    ...(note ? { notes: note } : {}),
    extensions: { nhip: { crosswalk: { relation, source, confidence } } },
  };
}
