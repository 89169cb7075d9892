import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartFileName } from './file-name.ts';

test('the file of a chart is named by what it shows and the day it left', () => {
  const early = new Date(2026, 10, 2, 0, 30);
  assert.equal(chartFileName('ban-do-tinh', early, 'svg'), 'nhip-ban-do-tinh-2026-11-02.svg');
  assert.equal(chartFileName('province-map', early, 'png'), 'nhip-province-map-2026-11-02.png');
});
