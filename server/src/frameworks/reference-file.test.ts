import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tokenise } from '#src/linking/normalise.ts';
import { pathOf } from '#src/linking/variants.ts';
import { formsOf } from './load-reference.ts';
import { readReferenceFramework } from './reference-file.ts';

const reference = await readReferenceFramework();
const competencies = reference.areas.flatMap((area) => area.competencies);

test('the framework holds about 150 competencies and tools in its areas', () => {
  assert.ok(competencies.length >= 140, `${competencies.length} competencies`);
  assert.ok(reference.areas.every((area) => area.competencies.length > 0));
});

test('codes and UUIDs are each given once', () => {
  const all = [...reference.areas.map(({ area }) => area), ...competencies];
  assert.equal(new Set(all.map(({ code }) => code)).size, all.length);
  const uuids = [reference.framework.uuid, ...all.map(({ uuid }) => uuid)];
  assert.equal(new Set(uuids.map((uuid) => uuid.toLowerCase())).size, uuids.length);
});

test('every label and definition stands in Vietnamese and in English', () => {
  for (const { code, label, definition } of [
    ...reference.areas.map(({ area }) => area),
    ...competencies,
  ]) {
    for (const text of [label.vi, label.en, definition.vi, definition.en]) {
      assert.equal(text, text.trim().normalize('NFC'), code);
      assert.notEqual(text, '', code);
    }
    assert.notEqual(definition.vi, definition.en, code);
    assert.match(definition.vi, /[à-ỹđ]/i, `${code} has a definition without Vietnamese letters`);
  }
});

test('no two competencies have the same label in one language', () => {
  for (const language of ['vi', 'en'] as const) {
    const labels = competencies.map(({ label }) => label[language].toLowerCase());
    assert.equal(new Set(labels).size, labels.length);
  }
});

test('no form names two competencies, however it is spaced, hyphenated or put into the plural', () => {
  const listed = competencies.flatMap((competency) =>
    formsOf(competency).map((form) => ({ ...form, code: competency.code })),
  );
  for (const [path, forms] of Map.groupBy(listed, ({ form }) => pathOf(tokenise(form)).join(' '))) {
    assert.notEqual(path, '', `${forms[0]!.code}: '${forms[0]!.form}' has no word in it`);
    for (const [index, one] of forms.entries()) {
      for (const other of forms.slice(index + 1)) {
        const toldApart = one.caseSensitive && other.caseSensitive && one.form !== other.form;
        const places = other.fields?.filter((field) => one.fields?.includes(field) ?? true);
        const elsewhere = places !== undefined && places.length === 0;
        assert.ok(
          one.code === other.code || toldApart || elsewhere,
          `'${one.form}' of ${one.code} is '${other.form}' of ${other.code}`,
        );
      }
    }
  }
});

test('no form is listed twice for its competency under the same conditions', () => {
  for (const competency of competencies) {
    const forms = formsOf(competency).map(({ form, language, caseSensitive, fields }) =>
      JSON.stringify([caseSensitive ? form : form.toLowerCase(), language, caseSensitive, fields]),
    );
    assert.deepEqual(
      forms.filter((form, index) => forms.indexOf(form) !== index),
      [],
      competency.code,
    );
  }
});

test('comments and layout of the files make no new version, and any word of them does', async () => {
  const again = await readReferenceFramework();
  assert.equal(again.sha256, reference.sha256);
  assert.match(reference.sha256, /^[0-9a-f]{64}$/);
});
