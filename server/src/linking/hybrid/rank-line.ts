import type { Field, TextLink } from '../contract.ts';
import { linkText } from '../link.ts';
import { growSpan, type TokenSpan } from './best-span.ts';
import {
  bandOf,
  calibrationFor,
  probabilityOf,
  sizeOf,
  type Band,
  type DocumentType,
} from './calibration.ts';
import { contextOf, negationOf, type LineContext } from './context.ts';
import type { ContextKind } from './context-rules.ts';
import { contendersOf } from './decision.ts';
import { weigh } from './features.ts';
import { readFor, type HybridIndex } from './hybrid-index.ts';
import {
  levelFor,
  levelHints,
  levelReader,
  type LevelReader,
  type ProposedLevel,
} from './levels.ts';
import type { Line } from './line.ts';
import { score } from './mlp.ts';
import { shippedModel, type LinkerModel } from './model.ts';
import { groundsOf, type Reason } from './reasons.ts';
import { retrieve } from './retrieve.ts';
import { askedOf, tag } from './tagger.ts';
import { withoutMarkup } from './text-lines.ts';

/** UTF-16 offsets into the text as given. */
export interface Span {
  start: number;
  end: number;
}

/** A competency that a line may ask for. */
export interface Candidate {
  competencyId: number;
  score: number;
  probability: number;
  band: Band;
  /** The likeliest place first, then others where a listed form stands; none when nothing stands out. */
  spans: Span[];
  /** `hybrid`: no listed form stands there. */
  method: TextLink['method'] | 'hybrid';
  form: string;
  level: ProposedLevel | null;
  /** One number for each of `featureNames`. */
  features: number[];
  reasons: Reason[];
}

/** How a line is to be read. */
export interface Reading {
  field: Field;
  documentType: DocumentType;
  model: LinkerModel;
  levels: LevelReader;
  /** What the heading above said. */
  section: ContextKind | undefined;
}

export function readingOf(options: Partial<Reading> = {}): Reading {
  return {
    field: 'text',
    documentType: 'advertisement',
    model: options.model ?? shippedModel(),
    levels: options.levels ?? usualLevels,
    section: undefined,
    ...options,
  };
}

const usualLevels = levelReader();

/** What an unmarked language gives in place of the tagger's word: about its mean. */
const usuallyAsked = 0.3;

/**
 * The competencies of a framework that one line may ask for, best first. The line is neither split nor
 * gated. Same index, reading and text give the same candidates, to the last bit.
 */
export function rankLine(
  index: HybridIndex,
  text: string,
  options: Partial<Reading> = {},
): Candidate[] {
  return rankRead(index, readFor(index, withoutMarkup(text)), readingOf(options));
}

/** `keptOnly` leaves out what is dropped anyway, before its reasons are sought. */
export function rankRead(
  index: HybridIndex,
  line: Line,
  reading: Reading,
  keptOnly = false,
): Candidate[] {
  const { weighed, links, asked, tags } = weighLine(index, line, reading);
  if (weighed.length === 0) return [];
  const scores = weighed.map(({ features }) => score(reading.model.ranker, features));
  const by = calibrationFor(reading.model.calibrations, {
    language: line.language,
    documentType: reading.documentType,
    size: sizeOf(index.concepts.length),
  });
  const around = {
    context: contextOf(line, reading.section),
    hints: levelHints(reading.levels, line),
  };
  const { standing } = reading.model;
  return contendersOf(index, line, weighed, scores, { asked, tags, standing })
    .map((each) => ({
      one: weighed[each.at]!,
      at: each.at,
      probability: probabilityOf(by, each),
    }))
    .filter(({ probability }) => !keptOnly || probability >= by.review)
    .map(({ one, at, probability }): Candidate => {
      const found = links.get(one.row) ?? [];
      const span = one.span && (one.listed || !tags ? one.span : growSpan(line, one.span, asked));
      const denials = denialsOf(around.context, line, span);
      return {
        competencyId: index.concepts[one.row]!.id,
        score: scores[at]!.order,
        probability,
        band: denials.length > 0 ? 'dropped' : bandOf(by, probability),
        spans: spansOf(line, span, found),
        method: found[0]?.method ?? 'hybrid',
        form: found[0]?.form ?? index.surface.forms[one.form] ?? '',
        level: span ? levelFor(reading.levels, around.hints, span) : null,
        features: [...one.features],
        reasons: [...groundsOf(index, line, one, found[0]), ...denials],
      };
    });
}

/** The features of every candidate, before any score: what training reads. */
export function weighLine(
  index: HybridIndex,
  line: Line,
  { field, model }: { field: Field; model: Pick<LinkerModel, 'tagger'> },
) {
  const links = listedIn(index, line, field);
  const tags = line.language === 'en' ? tag(model.tagger, line) : undefined;
  const asked = tags ? askedOf(tags) : new Float32Array(line.tokens.length).fill(usuallyAsked);
  const listed = new Map<number, TokenSpan>();
  for (const [row, found] of links) listed.set(row, tokensOf(line, found[0]!));
  const weighed = weigh(index, line, retrieve(index, line, listed.keys()), { asked, listed });
  return { weighed, links, asked, tags };
}

function listedIn(index: HybridIndex, line: Line, field: Field): Map<number, TextLink[]> {
  const links = new Map<number, TextLink[]>();
  for (const link of linkText(index.phrases, field, line.text)) {
    const row = index.rowOf.get(link.competencyId);
    if (row !== undefined) links.set(row, [...(links.get(row) ?? []), link]);
  }
  return links;
}

function tokensOf({ tokens }: Line, { start, end }: Span): TokenSpan {
  return {
    first: tokens.findIndex((token) => token.end > start),
    last: tokens.findLastIndex((token) => token.start < end),
  };
}

function spansOf({ tokens }: Line, span: TokenSpan | undefined, links: TextLink[]): Span[] {
  const first = span && { start: tokens[span.first]!.start, end: tokens[span.last]!.end };
  const listed = links.map(({ start, end }) => ({ start, end }));
  if (!first) return listed;
  return [first, ...listed.filter(({ start, end }) => end <= first.start || start >= first.end)];
}

function denialsOf(context: LineContext, line: Line, span: TokenSpan | undefined): Reason[] {
  const cue = span && negationOf(context, line, span);
  const denials: Reason[] = cue === undefined ? [] : [{ kind: 'negated', cue }];
  if (context.kind === 'company' || context.kind === 'benefit') {
    denials.push({ kind: context.kind, cue: context.cue ?? null });
  }
  return denials;
}
