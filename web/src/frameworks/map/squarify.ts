export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Cuts a rectangle into one for each weight, in the order given, as nearly square as that allows
 * (Bruls, Huizing, van Wijk: Squarified Treemaps, 2000). `wide` is the ratio of width to height at which a
 * part counts as square: above 1 for parts that carry a line of text. Weights must be positive.
 */
export function squarify(weights: readonly number[], room: Rectangle, wide = 1): Rectangle[] {
  // in a room drawn narrower by `wide`, a part that is to be wide is square
  const total = weights.reduce((sum, one) => sum + one, 0);
  const left = { ...room, x: room.x / wide, width: room.width / wide };
  const scale = (left.width * left.height) / total;
  const parts: Rectangle[] = [];
  for (let first = 0; first < weights.length;) {
    const side = Math.min(left.width, left.height);
    let sum = weights[first]! * scale;
    let least = sum;
    let most = sum;
    let end = first + 1;
    for (; end < weights.length; end += 1) {
      const next = weights[end]! * scale;
      const grown = worst(sum + next, Math.min(least, next), Math.max(most, next), side);
      if (grown > worst(sum, least, most, side)) break;
      sum += next;
      least = Math.min(least, next);
      most = Math.max(most, next);
    }
    const across = left.width < left.height;
    const depth = sum / side;
    let along = across ? left.x : left.y;
    for (const weight of weights.slice(first, end)) {
      const length = (weight * scale) / depth;
      parts.push(
        across
          ? { x: along, y: left.y, width: length, height: depth }
          : { x: left.x, y: along, width: depth, height: length },
      );
      along += length;
    }
    if (across) {
      left.y += depth;
      left.height -= depth;
    } else {
      left.x += depth;
      left.width -= depth;
    }
    first = end;
  }
  return parts.map((part) => ({ ...part, x: part.x * wide, width: part.width * wide }));
}

/** The ratio of the longer to the shorter side of the least square part of a row. */
function worst(sum: number, least: number, most: number, side: number): number {
  return Math.max((side * side * most) / (sum * sum), (sum * sum) / (side * side * least));
}

export function inset({ x, y, width, height }: Rectangle, by: number): Rectangle {
  const gap = Math.min(by, width / 4, height / 4);
  return { x: x + gap, y: y + gap, width: width - 2 * gap, height: height - 2 * gap };
}
