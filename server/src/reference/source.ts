import type { Place } from './findings.ts';
import type { Path } from './placed-yaml.ts';
import type { PublishedIdentity } from './published.ts';
import type {
  Area,
  Certificate,
  Competency,
  CrosswalkRow,
  FrameworkFile,
  Issuer,
  Role,
  RoleGroup,
  ScaleFile,
} from './shape.ts';

/** An entry of a file with its place; `placeOf` leads to a part of it. */
export interface Placed<T> {
  value: T;
  place: Place;
  placeOf(path: Path): Place;
}

export interface AreaSource {
  area: Placed<Area>;
  /** those of competencies/ before those of tools/, each in the order of its file */
  competencies: Placed<Competency>[];
}

export interface RoleGroupSource {
  group: Placed<RoleGroup>;
  /** YYYY-MM-DD: of every requirement that names no day of its own */
  asOf: string;
  roles: Placed<Role>[];
}

export interface IssuerSource {
  issuer: Placed<Issuer>;
  asOf: string;
  certificates: Placed<Certificate>[];
}

export interface CrosswalkSource {
  /** the name of the file: 'esco', 'nice', 'digcomp', 'onet' */
  framework: string;
  rows: Placed<CrosswalkRow>[];
}

/** All that could be read of reference/framework/; what could not be read is among the findings. */
export interface ReferenceSource {
  framework: Placed<FrameworkFile> | undefined;
  scale: Placed<ScaleFile> | undefined;
  areas: AreaSource[];
  groups: RoleGroupSource[];
  issuers: IssuerSource[];
  crosswalks: CrosswalkSource[];
  published: PublishedIdentity[];
  /** codes of entries that are there and broken: what points at them is not wrong as well */
  brokenCodes: ReadonlySet<string>;
}

export function competenciesOf(source: ReferenceSource): Placed<Competency>[] {
  return source.areas.flatMap(({ competencies }) => competencies);
}

export function rolesOf(source: ReferenceSource): Placed<Role>[] {
  return source.groups.flatMap(({ roles }) => roles);
}

export function certificatesOf(source: ReferenceSource): Placed<Certificate>[] {
  return source.issuers.flatMap(({ certificates }) => certificates);
}
