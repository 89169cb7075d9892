import type { z } from 'zod';
import { error, type Finding } from './findings.ts';
import { parsePlacedYaml, type Path, type PlacedYaml } from './placed-yaml.ts';
import { PUBLISHED_FILE, readPublished } from './published.ts';
import { readCrosswalk } from './read-crosswalk.ts';
import type { ReferenceFile } from './read-files.ts';
import { shapeFindings } from './shape-findings.ts';
import * as shape from './shape.ts';
import type { AreaSource, Placed, ReferenceSource } from './source.ts';

export interface ReadSource {
  source: ReferenceSource;
  findings: Finding[];
}

/**
 * Reads the files of reference/framework/; an entry that cannot be read is left out and told of.
 *
 * @param parsed what of the files has been parsed before, by their names
 */
export function readSource(
  files: readonly ReferenceFile[],
  parsed: ReadonlyMap<string, PlacedYaml> = new Map(),
): ReadSource {
  const reading = new Reading();
  const source: ReferenceSource = {
    ...{ framework: undefined, scale: undefined, areas: [], groups: [], issuers: [] },
    ...{ crosswalks: [], published: [], brokenCodes: reading.brokenCodes },
  };
  const tools: { area: string; place: Placed<unknown>; entries: Placed<shape.Competency>[] }[] = [];
  for (const { name, text } of files) {
    const folder = name.includes('/') ? name.slice(0, name.indexOf('/')) : name;
    if (folder === 'crosswalks') {
      source.crosswalks.push(readCrosswalk(name, text, reading.findings));
      continue;
    }
    if (folder === PUBLISHED_FILE) {
      source.published = readPublished(text, reading.findings);
      continue;
    }
    const yaml = reading.open(name, text, parsed.get(name) ?? parsePlacedYaml(text));
    if (!yaml) continue;
    const read = new FileReading(reading, name, yaml);
    if (folder === 'framework.yaml') source.framework = read.whole(shape.FrameworkFile);
    else if (folder === 'scale.yaml') source.scale = read.whole(shape.ScaleFile);
    else if (folder === 'competencies') {
      const file = read.whole(shape.CompetenciesFile);
      const competencies = read.entries('competencies', shape.Competency);
      if (file) source.areas.push({ area: read.part(file.value.area, ['area']), competencies });
    } else if (folder === 'tools') {
      const file = read.whole(shape.ToolsFile);
      const entries = read.entries('tools', shape.Tool).map((tool) => ({
        ...tool,
        value: { ...tool.value, kind: 'tool' as const, core: false, levels: {} },
      }));
      if (file) {
        tools.push({ area: file.value.area, place: read.part(null, ['area']), entries });
      }
    } else if (folder === 'roles') {
      const file = read.whole(shape.RolesFile);
      const roles = read.entries('roles', shape.Role);
      if (file) {
        const { group, asOf } = file.value;
        source.groups.push({ group: read.part(group, ['group']), asOf, roles });
      }
    } else if (folder === 'certificates') {
      const file = read.whole(shape.CertificatesFile);
      const certificates = read.entries('certificates', shape.Certificate);
      if (file) {
        const { issuer, asOf } = file.value;
        source.issuers.push({ issuer: read.part(issuer, ['issuer']), asOf, certificates });
      }
    } else reading.findings.push(error({ file: name, line: 1 }, 'file-unknown', {}));
  }
  for (const { area, place, entries } of tools) {
    const own = source.areas.find((known: AreaSource) => known.area.value.code === area);
    if (own) own.competencies.push(...entries);
    else if (!reading.brokenFiles.has('competencies')) {
      reading.findings.push(error(place.place, 'area-unknown', { value: area }));
    }
  }
  for (const [file, value] of [
    ['framework.yaml', source.framework],
    ['scale.yaml', source.scale],
  ] as const) {
    if (!value && !reading.brokenFiles.has(file)) {
      reading.findings.push(error({ file, line: 1 }, 'file-missing', { value: file }));
    }
  }
  return { source, findings: reading.findings };
}

/** What all files add to. */
class Reading {
  readonly findings: Finding[] = [];
  readonly brokenCodes = new Set<string>();
  /** files, and folders, of which something could not be read */
  readonly brokenFiles = new Set<string>();

  open(file: string, text: string, yaml: PlacedYaml): PlacedYaml | undefined {
    for (const { line, code, message } of yaml.faults) {
      const words = { what: message.split('\n')[0]! };
      this.findings.push(
        code === 'DUPLICATE_KEY'
          ? error({ file, line }, 'key-twice')
          : error({ file, line }, 'yaml-broken', words),
      );
    }
    if (yaml.faults.length === 0) return yaml;
    this.spoil(file);
    // what the rest of the files point at may well stand in this one
    for (const [, code] of text.matchAll(/\bcode:\s*['"]?([A-Z0-9][A-Z0-9.+-]*)/g)) {
      this.brokenCodes.add(code!);
    }
    return undefined;
  }

  spoil(file: string): void {
    this.brokenFiles.add(file).add(file.split('/')[0]!);
  }
}

/** One file that is YAML. */
class FileReading {
  readonly #reading: Reading;
  readonly #file: string;
  readonly #yaml: PlacedYaml;

  constructor(reading: Reading, file: string, yaml: PlacedYaml) {
    this.#reading = reading;
    this.#file = file;
    this.#yaml = yaml;
  }

  whole<Shape extends z.ZodType>(shape: Shape): Placed<z.infer<Shape>> | undefined {
    return this.#at([], this.#yaml.value, shape);
  }

  /** The entries of a list that have their shape. */
  entries<Shape extends z.ZodType>(list: string, shape: Shape): Placed<z.infer<Shape>>[] {
    const values = (this.#yaml.value as Record<string, unknown> | null)?.[list];
    if (!Array.isArray(values)) return [];
    return values.flatMap((value: unknown, at) => this.#at([list, at], value, shape) ?? []);
  }

  part<T>(value: T, at: Path): Placed<T> {
    const placeOf = (path: Path) => ({
      file: this.#file,
      line: this.#yaml.lineOf([...at, ...path]),
    });
    return { value, place: placeOf([]), placeOf };
  }

  #at<Shape extends z.ZodType>(
    at: Path,
    value: unknown,
    shape: Shape,
  ): Placed<z.infer<Shape>> | undefined {
    const parsed = shape.safeParse(value);
    if (parsed.success) return this.part(parsed.data, at);
    this.#reading.spoil(this.#file);
    const { findings, brokenCodes } = this.#reading;
    findings.push(...shapeFindings(this.#file, this.#yaml, at, parsed.error.issues));
    const code = (value as { code?: unknown } | null)?.code;
    if (typeof code === 'string') brokenCodes.add(code);
    return undefined;
  }
}
