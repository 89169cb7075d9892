import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '#src/config.ts';
import { Problem } from '#src/errors.ts';
import { operandsOf, parseCommand } from './arguments.ts';

const parse = (...words: string[]) => parseCommand(words, readConfig({ LANG: 'en_US.UTF-8' }));
const problemOf = (run: () => unknown): Problem => {
  try {
    run();
  } catch (fault) {
    if (fault instanceof Problem) return fault;
  }
  throw new Error('no problem was thrown');
};

test('a command has its operands and options, wherever they stand', () => {
  const { name, operands, options, language, json } = parse(
    ...['--json', 'import', '--source', 'itviec', 'ads', '--yes', 'file.csv', '--lang=vi'],
  );
  assert.deepEqual([name, operands], ['import', ['ads', 'file.csv']]);
  assert.deepEqual({ ...options }, { source: 'itviec', yes: true });
  assert.deepEqual([language, json], ['vi', true]);
});

test('nothing at all, and --help anywhere, ask for help', () => {
  assert.equal(parse().name, 'help');
  assert.equal(parse('--help').name, 'help');
  assert.equal(parse('import', '-h').name, 'help');
});

test('a command that does not exist is unknown, also when it is a word of the language itself', () => {
  for (const name of ['sing', 'constructor', '__proto__', 'toString', '']) {
    const { code, detail } = problemOf(() => parse(name));
    assert.deepEqual([code, detail], ['command-unknown', { command: name }]);
  }
});

test('an option that a command does not take is a mistake, never passed over', () => {
  const mistakes: [string[], string][] = [
    [['init', '--loud'], '--loud'],
    [['init', '-x'], '-x'],
    [['init', '--yes'], 'nhip init --yes'],
    [['link', 'x', '--source', 'y'], 'nhip link --source'],
    [['backup', 'x', '--institution', 'y'], 'nhip backup --institution'],
    [['help', '--lang', 'fr'], '--lang fr (vi | en)'],
  ];
  for (const [words, what] of mistakes) {
    const { code, detail } = problemOf(() => parse(...words));
    assert.deepEqual([code, detail.what], ['option-invalid', what]);
  }
  for (const words of [
    ['help', '--lang'],
    ['init', '--yes=no'],
  ]) {
    const { code, detail } = problemOf(() => parse(...words));
    assert.equal(code, 'option-invalid');
    assert.match(String(detail.what), /^--(lang|yes)/);
  }
});

test('too few and too many operands are told the usage', () => {
  const usage = 'nhip link FILE';
  assert.deepEqual(operandsOf(parse('link', 'a.txt'), usage, 1), ['a.txt']);
  for (const words of [['link'], ['link', 'a.txt', 'b.txt']]) {
    const { code, detail } = problemOf(() => operandsOf(parse(...words), usage, 1));
    assert.deepEqual([code, detail.what], ['option-invalid', usage]);
  }
});
