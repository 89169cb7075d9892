import { contextOf, headingOf } from './context.ts';
import type { ContextKind } from './context-rules.ts';
import { passesGate } from './gate.ts';
import { HYBRID_VERSION, readFor, type HybridIndex } from './hybrid-index.ts';
import type { Line } from './line.ts';
import { rankRead, readingOf, type Candidate, type Reading, type Span } from './rank-line.ts';
import { splitLines } from './text-lines.ts';

/** A competency that a text asks for, once; `spans` are UTF-16 offsets into the text as given. */
export interface HybridLink extends Candidate {
  /** The words at the first span. */
  surface: string;
}

export interface HybridResult {
  version: string;
  indexHash: string;
  /** Best first: accepted and to be reviewed. */
  links: HybridLink[];
  /** How much of the text was read, of how many UTF-16 units; how many lines, and how many were ranked. */
  read: { units: number; of: number; lines: number; ranked: number };
}

/** What stands further down is not read: no syllabus or advertisement is longer. */
export const mostUnits = 200_000;
const mostRemembered = 5_000;
/** Lines ranked before, of one index and one way of reading. */
const remembered = new WeakMap<HybridIndex, { by: string; model: object; lines: Lines }>();
type Lines = Map<string, Candidate[]>;

/**
 * The competencies that a text asks for. Lines are read one by one; a line that was seen before under
 * the same heading is not ranked again, which changes nothing but the time.
 */
export function linkHybrid(
  index: HybridIndex,
  text: string,
  options: Partial<Reading> = {},
): HybridResult {
  const reading = readingOf(options);
  const part = text.length > mostUnits ? text.slice(0, mostUnits) : text;
  const lines = splitLines(part);
  const links = new Map<number, HybridLink>();
  let section: ContextKind | undefined;
  let ranked = 0;
  for (const { start, text: written } of lines) {
    const line = readFor(index, written);
    section = headingOf(line) ?? section;
    if (!mayAsk(line, section, reading)) continue;
    ranked += 1;
    for (const candidate of rankOnce(index, line, { ...reading, section })) {
      if (candidate.band !== 'dropped' && candidate.spans.length > 0) {
        collect(links, candidate, start, text);
      }
    }
  }
  return {
    version: HYBRID_VERSION,
    indexHash: index.hash,
    links: [...links.values()].sort(
      (a, b) => b.probability - a.probability || a.competencyId - b.competencyId,
    ),
    read: { units: part.length, of: text.length, lines: lines.length, ranked },
  };
}

function mayAsk(line: Line, section: ContextKind | undefined, { model }: Reading): boolean {
  if (line.tokens.length === 0) return false;
  const { kind } = contextOf(line, section);
  return kind !== 'company' && kind !== 'benefit' && passesGate(model.gate, line);
}

function rankOnce(index: HybridIndex, line: Line, reading: Reading): Candidate[] {
  const known = linesOf(index, reading);
  const key = `${reading.section ?? ''} ${line.text}`;
  const found = known.get(key);
  if (found) return found;
  const made = rankRead(index, line, reading, true);
  if (known.size >= mostRemembered) known.clear();
  known.set(key, made);
  return made;
}

function linesOf(index: HybridIndex, { model, levels, field, documentType }: Reading): Lines {
  const by = `${levels.rules.since} ${field} ${documentType}`;
  const known = remembered.get(index);
  if (known?.by === by && known.model === model) return known.lines;
  const lines: Lines = new Map();
  remembered.set(index, { by, model, lines });
  return lines;
}

/** Of several lines that ask for the same competency the surest stands; the places add up. */
function collect(
  links: Map<number, HybridLink>,
  candidate: Candidate,
  offset: number,
  text: string,
): void {
  const spans = candidate.spans.map(({ start, end }) => ({
    start: start + offset,
    end: end + offset,
  }));
  const surface = text.slice(spans[0]!.start, spans[0]!.end);
  const known = links.get(candidate.competencyId);
  const link: HybridLink = { ...candidate, spans, surface };
  if (!known) links.set(candidate.competencyId, link);
  else if (known.probability >= candidate.probability) known.spans.push(...spans);
  else links.set(candidate.competencyId, { ...link, spans: [...spans, ...known.spans] });
}

export type { Span };
