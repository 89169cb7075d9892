import { readSources } from './sources.ts';

/**
 * Reads every route declaration for its access rule. The app refuses at start a route without one;
 * this finds it before anything is started.
 */
export async function checkRoutes(): Promise<string[]> {
  const findings: string[] = [];
  for (const { path, text } of await readSources('server/src')) {
    if (/\.test\.ts$/.test(path)) continue;
    for (const match of text.matchAll(
      /\b(?:app|house|server)\.(get|post|put|patch|delete|head|options|all|route)\(/g,
    )) {
      const call = callAt(text, match.index + match[0].length);
      if (!/config:\s*\{[^}]*\baccess\b/.test(call)) {
        const line = text.slice(0, match.index).split('\n').length;
        findings.push(`${path}:${line} a route without config.access`);
      }
    }
  }
  return findings;
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
