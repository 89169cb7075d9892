export interface HighlightSpan {
  start: number;
  end: number;
  /** Names the element (`span-ID`), so that a list can lead to it. */
  id?: number | string;
  label?: string;
  /** Waits for a person's word: drawn as a guess. */
  pending?: boolean;
}

export interface Piece {
  text: string;
  start: number;
  /** None: plain text. Several: the same words mean several things. */
  spans: HighlightSpan[];
}

/** Cuts a text at the borders of its spans; overlapping spans share the pieces in which they overlap. */
export function cutAtSpans(text: string, spans: HighlightSpan[]): Piece[] {
  const valid = spans.filter(
    (span) => span.start >= 0 && span.end <= text.length && span.start < span.end,
  );
  const borders = new Set([0, text.length]);
  for (const span of valid) borders.add(span.start).add(span.end);
  const sorted = [...borders].sort((one, other) => one - other);
  return sorted.slice(0, -1).map((start, place) => {
    const end = sorted[place + 1] ?? text.length;
    return {
      text: text.slice(start, end),
      start,
      spans: valid.filter((span) => span.start <= start && span.end >= end),
    };
  });
}
