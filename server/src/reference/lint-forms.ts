import { tokenise } from '#src/linking/normalise.ts';
import { collectSplits, pathOf, variantsOf } from '#src/linking/variants.ts';
import { error, type Finding, type Place } from './findings.ts';
import { formsOf, type ListedForm } from './forms-of.ts';
import { competenciesOf, type Placed, type ReferenceSource } from './source.ts';
import type { Competency } from './shape.ts';

interface SpelledForm extends ListedForm {
  code: string;
  place: Place;
  path: string[];
}

/** No form names two competencies, however it is spaced, hyphenated or put into the plural, unless case or place tell them apart. */
export function lintForms(source: ReferenceSource): Finding[] {
  const forms = competenciesOf(source).flatMap(spelled);
  const wordless = forms
    .filter(({ path }) => path.length === 0)
    .map(({ place, form }) => error(place, 'form-without-word', { value: form }));
  const named = forms.filter(({ path }) => path.length > 0);
  return [...wordless, ...repeatedForms(named), ...collisions(named)];
}

function spelled(entry: Placed<Competency>): SpelledForm[] {
  const { value } = entry;
  const labels = value.label.vi === value.label.en ? ['en'] : ['vi', 'en'];
  return formsOf(value).map((form, at) => ({
    ...form,
    code: value.code,
    place: entry.placeOf(
      at < labels.length ? ['label', labels[at]!] : ['aliases', at - labels.length],
    ),
    path: pathOf(tokenise(form.form)),
  }));
}

/** A form that its own competency lists twice under the same conditions. */
function repeatedForms(forms: readonly SpelledForm[]): Finding[] {
  const seen = new Set<string>();
  return forms.flatMap(({ code, form, language, caseSensitive, fields, place }) => {
    const written = caseSensitive ? form : form.toLowerCase();
    const key = JSON.stringify([code, written, language, caseSensitive, fields]);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [error(place, 'form-twice', { value: form })];
  });
}

function collisions(forms: readonly SpelledForm[]): Finding[] {
  const splits = collectSplits(forms.map(({ path }) => path));
  const byPath = new Map<string, SpelledForm[]>();
  const told = new Set<string>();
  const found: Finding[] = [];
  for (const one of forms) {
    for (const way of [one.path, ...variantsOf(one.path, splits)]) {
      const key = way.join(' ');
      const others = byPath.get(key) ?? [];
      for (const other of others) {
        if (other === one || areToldApart(one, other)) continue;
        const pair = [one.code, other.code, one.path.join(' ')].join('|');
        if (told.has(pair)) continue;
        told.add(pair);
        const { file, line } = other.place;
        found.push(
          error(one.place, 'form-collision', {
            ...{
              value: one.form,
              code: one.code,
              other: other.form,
              owner: other.code,
              file,
              line,
            },
          }),
        );
      }
      byPath.set(key, [...others, one]);
    }
  }
  return found;
}

function areToldApart(one: SpelledForm, other: SpelledForm): boolean {
  if (one.code === other.code) return true;
  if (one.caseSensitive && other.caseSensitive && one.form !== other.form) return true;
  const places = other.fields?.filter((field) => one.fields?.includes(field) ?? true);
  return places !== undefined && places.length === 0;
}
