import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterParts } from './letter-parts.ts';

test('the link of a letter opens here, and a link to another site is left as text', () => {
  const origin = 'http://127.0.0.1:5757';
  const body = `Xin chào,\n\n${origin}/confirm-address#abc.d-e_f\n\nhttps://elsewhere.example/x`;
  assert.deepEqual(letterParts(body, origin), [
    { text: 'Xin chào,\n\n' },
    { link: `${origin}/confirm-address#abc.d-e_f`, path: '/confirm-address#abc.d-e_f' },
    { text: '\n\n' },
    { link: 'https://elsewhere.example/x', path: undefined },
    { text: '' },
  ]);
});

test('a demonstration opens its own letters under each name of this machine', () => {
  const parts = letterParts('http://localhost:5757/new-password#t', 'http://127.0.0.1:5757');
  assert.deepEqual(parts[1], {
    link: 'http://localhost:5757/new-password#t',
    path: '/new-password#t',
  });
});
