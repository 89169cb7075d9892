import { importsOf, readSources, roomOf, type Source } from './sources.ts';

/** Folders that know no room: they may import each other and the files beside the rooms, nothing else. */
const GROUND = new Set(['db', 'http', 'jobs', 'languages']);
/** What stands above the rooms; no room may import it. */
const ABOVE = new Set(['command-line', 'checks', 'testing', 'standards']);
const ABOVE_FILES = new Set(['app.ts']);

export async function checkWalls(): Promise<string[]> {
  return brokenWalls(await readSources('server/src'), await readSources('web/src'));
}

export function brokenWalls(server: Source[], web: Source[]): string[] {
  return [
    ...server.flatMap(findingsOfServerFile),
    ...cycles(roomGraph(server)),
    ...web.flatMap(findingsOfWebFile),
  ];
}

function findingsOfServerFile(source: Source): string[] {
  return importsOf(source.text).flatMap((specifier) => [
    ...leavesItsRoom(source.path, specifier),
    ...knowsTooMuch(source.path, specifier),
    ...importsUpwards(source.path, specifier),
  ]);
}

/** Across rooms one writes '#src/…', so that a dependency can be searched; contracts name each other relatively, since the web's bundler reads them. */
function leavesItsRoom(path: string, specifier: string): string[] {
  const room = roomOf(path);
  if (!specifier.startsWith('..') || room === '' || resolveRoom(path, specifier) === room)
    return [];
  const betweenContracts = path.endsWith('/contract.ts') && specifier.endsWith('/contract.ts');
  return betweenContracts ? [] : [`${path} leaves its room by '${specifier}'; write '#src/…'`];
}

function knowsTooMuch(path: string, specifier: string): string[] {
  if (!path.endsWith('/contract.ts')) return [];
  return specifier === 'zod' || specifier.endsWith('/contract.ts')
    ? []
    : [`${path} imports '${specifier}': a contract knows only Zod and contracts`];
}

function importsUpwards(path: string, specifier: string): string[] {
  const room = roomOf(path);
  const target = roomOfSpecifier(specifier);
  const isTest = /\.test\.ts$/.test(path) || room === 'testing';
  if (target === undefined || isTest || room === '' || room === target) return [];
  const findings: string[] = [];
  if (GROUND.has(room) && target !== '' && !GROUND.has(target)) {
    findings.push(`${path} (ground) imports the room '${target}'`);
  }
  const above = ABOVE.has(target) || ABOVE_FILES.has(specifier.replace('#src/', ''));
  if (!ABOVE.has(room) && above) {
    findings.push(`${path} imports '${specifier}', which stands above the rooms`);
  }
  return findings;
}

function findingsOfWebFile({ path, text }: Source): string[] {
  return importsOf(text)
    .filter((specifier) => specifier.startsWith('@nhip/server') || specifier.includes('server/src'))
    .filter((specifier) => !/^@nhip\/server\/[\w/-]+\/contract\.ts$/.test(specifier))
    .map((specifier) => `${path} imports '${specifier}': the web knows only contracts`);
}

/** '#src/demand/x.ts' → 'demand'; '#src/errors.ts' → ''; anything else → undefined. */
function roomOfSpecifier(specifier: string): string | undefined {
  if (!specifier.startsWith('#src/')) return undefined;
  const parts = specifier.slice('#src/'.length).split('/');
  return parts.length > 1 ? parts[0] : '';
}

function resolveRoom(path: string, specifier: string): string {
  return roomOf(new URL(specifier, `file:///${path}`).pathname.slice(1));
}

/** Who imports whom, contracts and tests left out (contracts are types that the web sees). */
function roomGraph(sources: Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    const room = roomOf(path);
    if (room === '' || ABOVE.has(room) || /\.test\.ts$/.test(path)) continue;
    for (const specifier of importsOf(text)) {
      const target = roomOfSpecifier(specifier);
      if (!target || target === room || specifier.endsWith('/contract.ts')) continue;
      graph.set(room, (graph.get(room) ?? new Set()).add(target));
    }
  }
  return graph;
}

function cycles(graph: Map<string, Set<string>>): string[] {
  const found = new Set<string>();
  const walk = (room: string, trail: string[]): void => {
    const at = trail.indexOf(room);
    if (at !== -1) {
      const ring = trail.slice(at);
      const first = ring.indexOf([...ring].sort()[0]!);
      found.add([...ring.slice(first), ...ring.slice(0, first)].join(' → '));
      return;
    }
    for (const next of graph.get(room) ?? []) walk(next, [...trail, room]);
  };
  for (const room of graph.keys()) walk(room, []);
  return [...found].map((ring) => `rooms import each other in a ring: ${ring}`);
}
