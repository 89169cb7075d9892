import assert from 'node:assert/strict';

export interface Drawn {
  name: string;
  attributes: Record<string, string>;
  /** All text inside, that of inner elements included. */
  text: string;
  /** How far the groups around it move it to the right. */
  moved: number;
}

const piece = /<\?[^>]*\?>|<(\/?)([A-Za-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Every element of a document; fails where it is not well-formed XML, as a strict reader would. */
export function readSvg(svg: string): Drawn[] {
  const all: Drawn[] = [];
  const open: Drawn[] = [];
  let at = 0;
  for (const match of svg.matchAll(piece)) {
    assert.equal(match.index, at, `markup that is none: ${svg.slice(at, at + 60)}`);
    at += match[0].length;
    const [, closing, name, attributes = '', empty, text] = match;
    if (text !== undefined) for (const element of open) element.text += plain(text);
    else if (closing) assert.equal(open.pop()?.name, name, 'elements close in their order');
    else if (name !== undefined) {
      const moved = (open.at(-1)?.moved ?? 0) + movedBy(attributes);
      const element = { name, attributes: attributesOf(attributes), text: '', moved };
      all.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(at, svg.length, `markup that is none: ${svg.slice(at, at + 60)}`);
  assert.deepEqual(open, [], 'every element is closed');
  return all;
}

/** What a person reads in the picture, line by line. */
export function linesOf(svg: string): string[] {
  return readSvg(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text);
}

function movedBy(attributes: string): number {
  return Number(/translate\(([\d.-]+)/.exec(attributes)?.[1] ?? 0);
}

function attributesOf(written: string): Record<string, string> {
  const pairs = [...written.matchAll(/([\w:-]+)="([^"]*)"/g)];
  const names = pairs.map((pair) => pair[1]!);
  assert.equal(new Set(names).size, names.length, `an attribute twice: ${written}`);
  return Object.fromEntries(pairs.map((pair) => [pair[1]!, plain(pair[2]!)]));
}

function plain(text: string): string {
  assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  return text.replace(/&([^;]*;?)/g, (whole, name: string) => {
    const meant = entities[name.slice(0, -1)];
    assert.ok(meant, `no such entity: ${whole}`);
    return meant;
  });
}
