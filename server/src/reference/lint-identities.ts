import { error, type Finding } from './findings.ts';
import {
  certificatesOf,
  competenciesOf,
  rolesOf,
  type Placed,
  type ReferenceSource,
} from './source.ts';

interface Named {
  code: string;
  uuid?: string | undefined;
}

/** Codes and UUIDs: each given once, for good. */
export function lintIdentities(source: ReferenceSource): Finding[] {
  const areas = source.areas.map(({ area }) => area);
  const groups = source.groups.map(({ group }) => group);
  const competencies = competenciesOf(source);
  const roles = rolesOf(source);
  const certificates = certificatesOf(source);
  const items: Placed<Named>[] = [...areas, ...competencies];
  const all: Placed<Named>[] = [...items, ...groups, ...roles, ...certificates];
  return [
    ...repeatedCodes(items),
    ...repeatedCodes([...groups, ...roles]),
    ...repeatedCodes(source.issuers.map(({ issuer }) => issuer)),
    ...source.issuers.flatMap((issuer) => repeatedCodes(issuer.certificates)),
    ...all.flatMap((entry) =>
      entry.value.uuid === undefined
        ? [error(entry.placeOf(['code']), 'uuid-missing', { value: entry.value.code })]
        : [],
    ),
    ...repeatedUuids(source, all),
  ];
}

function repeatedCodes(entries: readonly Placed<{ code: string }>[]): Finding[] {
  const first = new Map<string, Placed<{ code: string }>>();
  return entries.flatMap((entry) => {
    const { code } = entry.value;
    const earlier = first.get(code);
    if (!earlier) {
      first.set(code, entry);
      return [];
    }
    const { file, line } = earlier.placeOf(['code']);
    return [error(entry.placeOf(['code']), 'code-twice', { value: code, file, line })];
  });
}

function repeatedUuids(source: ReferenceSource, entries: readonly Placed<Named>[]): Finding[] {
  const whole = [source.framework, source.scale].filter((one) => one !== undefined);
  const first = new Map<string, Placed<Named>>();
  return [...whole, ...entries].flatMap((entry) => {
    const { uuid } = entry.value;
    if (uuid === undefined) return [];
    const earlier = first.get(uuid);
    if (!earlier) {
      first.set(uuid, entry);
      return [];
    }
    const { file, line } = earlier.placeOf(['uuid']);
    return [error(entry.placeOf(['uuid']), 'uuid-twice', { value: uuid, file, line })];
  });
}
