import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayReasons } from './say-reasons.ts';

const label = { vi: 'Kubernetes', en: 'Kubernetes' };
const link = { surface: 'k8s', method: 'exact', form: 'k8s', reasons: null } as const;
const said = (over: object, name = label) =>
  sayReasons({ ...link, ...over }, name).map(({ words }) => words);

test('an alias, a name, another spelling and missing accents are told apart', () => {
  assert.equal(said({})[0]!.en, 'matched “k8s” = “k8s”, alias of Kubernetes');
  assert.equal(
    said({ surface: 'kubernetes', form: 'Kubernetes' })[0]!.vi,
    '“kubernetes” là tên của Kubernetes',
  );
  assert.match(said({ method: 'near', form: 'K8S' })[0]!.en, /differs from “K8S” only/);
  assert.match(said({ method: 'unaccented' })[0]!.vi, /viết không dấu/);
  assert.match(said({ method: 'decision' })[0]!.en, /a person has accepted/);
});

test('what denies a listed form is said after what matched', () => {
  const words = said({ reasons: [{ kind: 'negated', cue: 'not required' }] });
  assert.equal(words.length, 2);
  assert.match(words[1]!.en, /“not required”/);
});

test('words are shown as the form writes them, not as the stems that were compared', () => {
  const reason = {
    kind: 'words',
    form: 'manage software projects',
    isLabel: true,
    found: ['manag', 'project'],
    missing: ['softwar'],
  };
  const [words] = said({ method: 'hybrid', reasons: [reason] });
  assert.equal(
    words!.en,
    'holds “manage”, “projects” of “manage software projects”; without “software”',
  );
});

test('pairs of Vietnamese syllables are told by their syllables, each once', () => {
  const reason = {
    ...{ kind: 'words', form: 'lấy yêu cầu', isLabel: false },
    ...{ found: ['yêu', 'cầu', 'yêu_cầu'], missing: ['lấy', 'lấy_yêu'] },
  };
  const [words] = said({ method: 'hybrid', reasons: [reason] });
  assert.equal(words!.vi, 'Có “yêu”, “cầu” trong “lấy yêu cầu”; thiếu “lấy”');
});

test('a reason of a later version of the linker is shown by its kind', () => {
  const [words] = said({ method: 'hybrid', reasons: [{ kind: 'moonlight' }] });
  assert.match(words!.en, /moonlight/);
});

test('a label in one language stands in for the other', () => {
  const [words] = said({}, { vi: 'Điều phối container', en: null } as never);
  assert.match(words!.en, /alias of Điều phối container/);
});
