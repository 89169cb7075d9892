import { error, type Finding, type Place } from './findings.ts';
import { competenciesOf, rolesOf, type ReferenceSource } from './source.ts';

export const PUBLISHED_FILE = 'published.tsv';
const COLUMNS = ['version', 'kind', 'code', 'uuid'] as const;

/** A code that was given out for good, and the version that gave it out. */
export interface PublishedIdentity {
  version: string;
  kind: 'competency' | 'role' | 'certificate';
  /** of a certificate its issuer's code before its own */
  code: string;
  uuid: string;
  place: Place;
}

/** The identities that published versions gave out: `published.tsv`, which only grows. */
export function readPublished(text: string, findings: Finding[]): PublishedIdentity[] {
  const [header, ...lines] = text.split(/\r?\n/);
  if (header !== COLUMNS.join('\t')) {
    const value = COLUMNS.join(' ⇥ ');
    findings.push(error({ file: PUBLISHED_FILE, line: 1 }, 'crosswalk-header', { value }));
    return [];
  }
  return lines.flatMap((line, at) => {
    if (line === '') return [];
    const [version, kind, code, uuid] = line.split('\t');
    const place = { file: PUBLISHED_FILE, line: at + 2 };
    return [{ version, kind, code, uuid, place } as PublishedIdentity];
  });
}

/** Every identity of the files as it would be published. */
export function identitiesOf(
  source: ReferenceSource,
): Map<string, { uuid: string | undefined; place: Place }> {
  const named = [
    ...[...source.areas.map(({ area }) => area), ...competenciesOf(source)].map(
      (entry) => ['competency', entry.value.code, entry] as const,
    ),
    ...[...source.groups.map(({ group }) => group), ...rolesOf(source)].map(
      (entry) => ['role', entry.value.code, entry] as const,
    ),
    ...source.issuers.flatMap(({ issuer, certificates }) =>
      certificates.map(
        (entry) => ['certificate', `${issuer.value.code} ${entry.value.code}`, entry] as const,
      ),
    ),
  ];
  return new Map(
    named.map(([kind, code, { value, placeOf }]) => [
      `${kind} ${code}`,
      { uuid: value.uuid, place: placeOf(['code']) },
    ]),
  );
}

/** What was published stays, under the same code and the same UUID. */
export function lintPublished(source: ReferenceSource): Finding[] {
  const standing = identitiesOf(source);
  return source.published.flatMap(({ version, kind, code, uuid, place }) => {
    const own = standing.get(`${kind} ${code}`);
    if (own?.uuid === uuid || source.brokenCodes.has(code.split(' ').at(-1)!)) return [];
    return own
      ? [error(own.place, 'published-moved', { code, value: uuid, version })]
      : [error(place, 'published-missing', { code, version })];
  });
}

/** `published.tsv` with the identities that it does not list yet, as those of this version. */
export function freeze(
  text: string,
  source: ReferenceSource,
  version: string,
): { text: string; added: number } {
  const known = new Set(source.published.map(({ kind, code }) => `${kind} ${code}`));
  const added = [...identitiesOf(source)]
    .filter(([key]) => !known.has(key))
    .map(([key, { uuid }]) => {
      const [kind, ...code] = key.split(' ');
      return `${version}\t${kind}\t${code.join(' ')}\t${uuid}\n`;
    })
    .sort();
  const head = text === '' ? `${COLUMNS.join('\t')}\n` : text;
  return { text: head + added.join(''), added: added.length };
}
