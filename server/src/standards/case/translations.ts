import { destinationOf } from './read-bundle.ts';
import { languageOf } from './statements.ts';
import type { CFAssociation, CFItem } from './wire.ts';

export interface Translations {
  isTranslation(id: string): boolean;
  of(id: string): { language: string; id: string }[];
}

/**
 * Which items of a package only say another one in another language: each has one association,
 * isTranslationOf an item that is none itself, and nothing points at it. Any other stays an item.
 */
export function translationsIn(
  items: ReadonlyMap<string, { item: CFItem; type: 'item' | 'role'; said: unknown }>,
  byOrigin: ReadonlyMap<string, readonly CFAssociation[]>,
  documentLanguage: unknown,
): Translations {
  const pointedAt = new Set<string>();
  for (const [origin, associations] of byOrigin) {
    for (const { destinationNodeURI } of associations) {
      const to = destinationOf(destinationNodeURI);
      if (to !== origin) pointedAt.add(to);
    }
  }
  const language = (id: string) => {
    const { item } = items.get(id)!;
    return languageOf(item.language ?? documentLanguage, item.fullStatement, item.notes);
  };
  const candidate = (id: string): string | undefined => {
    const associations = byOrigin.get(id) ?? [];
    const [only] = associations;
    if (associations.length !== 1 || only!.associationType !== 'isTranslationOf') return undefined;
    const original = destinationOf(only!.destinationNodeURI);
    const named = typeof items.get(id)!.item.language === 'string';
    if (!named || pointedAt.has(id) || original === id || !items.has(original)) return undefined;
    return language(original) === language(id) ? undefined : original;
  };
  const of = new Map<string, { language: string; id: string }[]>();
  const translated = new Set<string>();
  for (const id of items.keys()) {
    const original = candidate(id);
    if (original === undefined || candidate(original) !== undefined) continue;
    const known = of.get(original) ?? [];
    const own = language(id);
    if (known.some((one) => one.language === own)) continue;
    of.set(original, [...known, { language: own, id }]);
    translated.add(id);
  }
  return { isTranslation: (id) => translated.has(id), of: (id) => of.get(id) ?? [] };
}
