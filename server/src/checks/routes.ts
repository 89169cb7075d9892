import { readSources, roomOf, type Source } from './sources.ts';

const ROUTE = /\b(?:app|house|server|rooms)\.(get|post|put|patch|delete|head|options|all|route)\(/g;

/**
 * Reads every route declaration for its access rule. The app refuses at start a route without one;
 * this finds it before anything is started.
 */
export async function checkRoutes(): Promise<string[]> {
  return unguardedRoutes(await readSources('server/src'));
}

export function unguardedRoutes(sources: Source[]): string[] {
  const findings: string[] = [];
  let routes = 0;
  for (const { path, text } of sources) {
    if (/\.test\.ts$/.test(path) || roomOf(path) === 'testing') continue;
    for (const match of text.matchAll(ROUTE)) {
      routes++;
      const call = callAt(text, match.index + match[0].length);
      if (!/config:\s*\{[^}]*\baccess\b/.test(call)) {
        const line = text.slice(0, match.index).split('\n').length;
        findings.push(`${path}:${line} a route without config.access`);
      }
    }
  }
  return routes === 0 ? ['no route was found: this check reads nothing'] : findings;
}

/** The text of a call's arguments, up to its closing bracket. */
function callAt(text: string, from: number): string {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}
