import { setImmediate } from 'node:timers/promises';
import { canonicalHash } from '#src/measures/canonical-json.ts';
import { loadable } from './check-reference.ts';
import { parsePlacedYaml, type PlacedYaml } from './placed-yaml.ts';
import { readReferenceFiles, type ReferenceFile } from './read-files.ts';
import { readSource } from './read-source.ts';
import type {
  Area,
  Certificate,
  Competency,
  CrosswalkRow,
  FrameworkFile,
  Issuer,
  Role,
  RoleGroup,
  ScaleEquating,
  ScaleFile,
} from './shape.ts';
import type { ReferenceSource } from './source.ts';

type Minted<T> = T & { uuid: string };

/** The content of reference/framework/, without its places. */
export interface Reference {
  framework: FrameworkFile;
  /** without its equatings: they are dated by themselves */
  scale: Omit<ScaleFile, 'equatings'>;
  equatings: ScaleEquating[];
  areas: { area: Minted<Area>; competencies: Minted<Competency>[] }[];
  groups: { group: Minted<RoleGroup>; asOf: string; roles: Minted<Role>[] }[];
  issuers: { issuer: Issuer; asOf: string; certificates: Minted<Certificate>[] }[];
  crosswalks: { framework: string; rows: CrosswalkRow[] }[];
  /** over what a version of the framework holds (not certificates, crosswalks nor equatings, which are dated by themselves), so that comments and layout do not make a new version */
  sha256: string;
}

let known: Promise<Reference> | undefined;

/** What comes with the program; read once, since it does not change while the program runs. Throws reference-broken. */
export function readReference(): Promise<Reference> {
  return (known ??= readNow().catch((fault: unknown) => {
    known = undefined;
    throw fault;
  }));
}

/** A megabyte of YAML takes its time: others get their turn after each file. */
async function readNow(): Promise<Reference> {
  const files = await readReferenceFiles();
  const parsed = new Map<string, PlacedYaml>();
  for (const { name, text } of files) {
    if (!name.endsWith('.yaml')) continue;
    parsed.set(name, parsePlacedYaml(text));
    await setImmediate();
  }
  return asReference(loadable(readSource(files, parsed)));
}

export function toReference(files: readonly ReferenceFile[]): Reference {
  return asReference(loadable(readSource(files)));
}

function asReference(source: ReferenceSource): Reference {
  // loadable() has seen to it that both are there and that every entry has its UUID
  const minted = <T extends { uuid?: string | undefined }>({ value }: { value: T }) =>
    value as Minted<T>;
  const { equatings, ...scale } = source.scale!.value;
  const content = {
    ...{ framework: source.framework!.value, scale },
    areas: source.areas.map(({ area, competencies }) => ({
      ...{ area: minted(area), competencies: competencies.map(minted) },
    })),
    groups: source.groups.map(({ group, asOf, roles }) => ({
      ...{ group: minted(group), asOf, roles: roles.map(minted) },
    })),
  };
  return {
    ...content,
    equatings,
    issuers: source.issuers.map(({ issuer, asOf, certificates }) => ({
      ...{ issuer: issuer.value, asOf, certificates: certificates.map(minted) },
    })),
    crosswalks: source.crosswalks.map(({ framework, rows }) => ({
      ...{ framework, rows: rows.map(({ value }) => value) },
    })),
    sha256: canonicalHash(content),
  };
}
