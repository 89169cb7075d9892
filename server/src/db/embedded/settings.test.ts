import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf } from './layout.ts';
import { settingsText } from './settings.ts';

const layout = layoutOf("/srv/nhip's data", '/run');

test('an installation waits for the disk; only a throwaway database does not', () => {
  assert.match(settingsText(layout, 'full'), /^fsync = 'on'$/m);
  assert.match(settingsText(layout, 'full'), /^synchronous_commit = 'on'$/m);
  assert.match(settingsText(layout, 'none'), /^fsync = 'off'$/m);
});

test('the database listens to no network and its log repeats no statement', () => {
  const text = settingsText(layout, 'full');
  assert.match(text, /^listen_addresses = ''$/m);
  assert.match(text, /^log_min_error_statement = 'panic'$/m);
  assert.match(text, /^log_min_messages = 'log'$/m);
  assert.match(text, /^log_parameter_max_length_on_error = '0'$/m);
});
