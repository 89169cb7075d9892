import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { colours, mixed } from './colours.ts';

const tokens = await readFile(new URL('../tokens.css', import.meta.url), 'utf8');

test('an exported chart has the light colours of the screen', () => {
  const light = tokens.slice(0, tokens.indexOf('}'));
  for (const [name, colour] of Object.entries(colours)) {
    const token = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    assert.match(light, new RegExp(`${token}: ${colour};`), token);
  }
});

test('a mixed colour lies between both', () => {
  assert.equal(mixed('#000000', 0.5, '#ffffff'), '#808080');
  assert.equal(mixed('#0b7285', 1, '#ffffff'), '#0b7285');
  assert.equal(mixed('#0b7285', 0, '#ffffff'), '#ffffff');
});
