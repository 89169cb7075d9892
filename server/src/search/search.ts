import type { Actor } from '#src/actors/actor.ts';
import { typesOpenTo } from './access.ts';
import { BestMatches, type Match } from './best-matches.ts';
import type { Found, FoundText, SearchAnswer, SearchQuery } from './contract.ts';
import { askedOf, findMatches, findNearMatches } from './find-matches.ts';
import type { Segments } from './kept-segments.ts';

/** What the actor may open and the words name, the nearest first. */
export function search(segments: Segments, actor: Actor, query: SearchQuery): SearchAnswer {
  const { q, language, type, framework, kind, level, size } = query;
  const open = typesOpenTo(actor);
  const types = new Set([...open].filter((one) => type === undefined || one === type));
  const best = new BestMatches({ types, kind, level }, size);
  const asked = askedOf(q);
  const indexes = segments.list
    .filter((segment) => framework === undefined || segment.framework === framework)
    .map(({ index }) => index);
  for (const index of indexes) findMatches(index, asked, best);
  findNearMatches(indexes, asked, best);
  return {
    groups: best.groups().map(({ matches, ...group }) => ({
      ...group,
      items: matches.map((match) => foundOf(match, language)),
    })),
    refreshing: segments.refreshing,
  };
}

function foundOf({ entry, form, nearness }: Match, language: 'vi' | 'en'): Found {
  const { type, id, code, kind, framework, programme, forms } = entry;
  const labels = forms.filter(({ as }) => as === 'label');
  const title = textIn(labels, language) ?? { text: code ?? '', language };
  const other = labels.find(
    (label) =>
      label.language === (title.language === 'vi' ? 'en' : 'vi') && label.text !== title.text,
  );
  const shown = form.text === title.text || form.text === code;
  return {
    ...{ type, id, code, kind, programme, title },
    other: other ? { text: other.text, language: other.language } : null,
    framework: framework && {
      code: framework.code,
      title: textIn(framework.titles, language) ?? { text: framework.code, language },
      inUse: framework.inUse,
    },
    why: {
      nearness,
      by: form.as,
      form: shown ? null : { text: form.text, language: form.language },
    },
  };
}

/** In the reader's language, else in one of the interface, else in any. */
function textIn(texts: readonly FoundText[], language: 'vi' | 'en'): FoundText | undefined {
  const of = (wanted: string) => texts.find((text) => text.language === wanted);
  const text = of(language) ?? of('vi') ?? of('en') ?? texts[0];
  return text && { text: text.text, language: text.language };
}
