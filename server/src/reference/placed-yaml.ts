import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

export type Path = readonly PropertyKey[];

/** A YAML file as a value, with the line (from 1) on which any part of it stands. */
export interface PlacedYaml {
  value: unknown;
  /** the line of the part at a path, or of the nearest part around it */
  lineOf(path: Path): number;
  /** what the syntax forbids; the value is of no use when there is any */
  faults: { line: number; code: string; message: string }[];
}

export function parsePlacedYaml(text: string): PlacedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = [...document.errors, ...document.warnings].map(({ pos, code, message }) => ({
    line: lines.linePos(pos[0]).line,
    code,
    message,
  }));
  const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line;
  return {
    // aliases (&, *) are not read: a file is to be understood from top to bottom
    value: faults.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) as unknown),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
    faults,
  };
}

function offsetOf(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let offset = root?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => keyOf(key) === String(step));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}
