import type { Bundle, Keyed, KeptBundle, KeptPart } from './bundle.ts';
import { keep, restore, type Keeping, type Kept } from './kept.ts';
import { apartFromOurs, OURS } from './lawful.ts';
import type { CFAssociation } from './wire.ts';

/** A timestamp says when its server last wrote: it is made anew, and never makes two objects different. */
const APART: ReadonlySet<string> = new Set(['lastChangeDateTime']);
const ITS_OWN: ReadonlySet<string> = new Set(['identifier', 'uri']);

/** What has to be kept of a part so that it leaves as it came. `original`: without our extensions. */
export function keepBundle(
  original: Bundle,
  derived: Bundle,
  { uuid, base }: { uuid: string; base: string },
): KeptBundle | undefined {
  const part = keepPart(original, derived, { base, apart: APART });
  const translations = Object.fromEntries(
    original.translations.flatMap((translation) => {
      const ours = derived.translations.find((one) => one.language === translation.language);
      const kept = ours && keepPart(translation, ours, { base, apart: APART, always: ITS_OWN });
      return kept && Object.keys(kept).length > 0 ? [[translation.language, kept]] : [];
    }),
  );
  const kept = {
    ...part,
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
  };
  return Object.keys(kept).length > 0 ? { of: uuid, ...kept } : undefined;
}

type Part = Pick<Bundle, 'item' | 'associations'>;

function keepPart(original: Part, derived: Part, keeping: Keeping): KeptPart {
  const item = keep(original.item, plain(derived.item), keeping);
  const ours = new Map(derived.associations.map(({ key, association }) => [key, association]));
  const theirs = new Map(original.associations.map(({ key, association }) => [key, association]));
  const associations: Record<string, Kept> = {};
  for (const [key, association] of ours) {
    const kept = keep(plain(theirs.get(key) ?? NOTHING), plain(association), {
      ...keeping,
      always: ITS_OWN,
    });
    // not in theirs at all: everything of it goes while we would write the same
    if (!theirs.has(key)) associations[key] = ABSENT;
    else if (Object.keys(kept).length > 0) associations[key] = kept;
  }
  const others = original.associations.flatMap(({ key, association }) =>
    ours.has(key) ? [] : [withoutTimestamp(plain(association))],
  );
  return {
    ...(Object.keys(item).length > 0 ? { item } : {}),
    ...(Object.keys(associations).length > 0 ? { associations } : {}),
    ...(others.length > 0 ? { others } : {}),
  };
}

const NOTHING = {} as CFAssociation;
const ABSENT: Kept = { associationType: {} };

/** What a bundle is restored for. */
export interface Restoring {
  /** it got other identifiers here than it had at its source */
  isCopy: boolean;
  base: string;
  /** an association that we would not write by ourselves, as one of this bundle */
  remake(association: CFAssociation): CFAssociation;
}

/** A bundle as its source wrote it, where the row still says the same. */
export function restoreBundle(
  derived: Bundle,
  kept: KeptBundle | undefined,
  context: Restoring,
): Bundle {
  if (!kept) return derived;
  return {
    ...restorePart(derived, kept, context),
    translations: derived.translations.map((translation) => ({
      language: translation.language,
      ...restorePart(translation, kept.translations?.[translation.language], context),
    })),
  };
}

function restorePart(derived: Part, kept: KeptPart | undefined, context: Restoring): Part {
  if (!kept) return derived;
  const { isCopy, remake, base } = context;
  const associations: Keyed[] = derived.associations.flatMap(({ key, association }) => {
    const own = kept.associations?.[key];
    if (isAbsent(own)) return [];
    return [
      { key, association: restoreOne(association, isCopy ? withoutIdentity(own) : own, base) },
    ];
  });
  const others = (kept.others ?? []).map((association, at) => ({
    key: `other ${at}`,
    association: remake(association),
  }));
  return {
    item: restoreOne(derived.item, isCopy ? withoutIdentity(kept.item) : kept.item, base),
    associations: [...associations, ...others],
  };
}

/** Our own extensions are not among what was kept: they are laid upon it again. */
export function restoreOne<One extends Record<string, unknown>>(
  derived: One,
  kept: Kept | undefined,
  base: string,
): One {
  if (!kept) return derived;
  const own = (derived.extensions as Record<string, unknown> | undefined)?.[OURS];
  const restored = restore(plain(derived), kept, base);
  return own === undefined ? restored : withOurs(restored, own as Record<string, unknown>);
}

export function withOurs<One extends Record<string, unknown>>(
  object: One,
  ours: Record<string, unknown>,
): One {
  const { extensions } = object;
  const others = typeof extensions === 'object' && extensions !== null ? extensions : {};
  return { ...object, extensions: { ...others, [OURS]: ours } };
}

function plain<One extends Record<string, unknown>>(object: One): One {
  return apartFromOurs(object).plain;
}

function isAbsent(kept: Kept | undefined): boolean {
  const type = kept?.associationType;
  return type !== undefined && !('was' in type) && !('instead' in type);
}

function withoutIdentity(kept: Kept | undefined): Kept | undefined {
  if (!kept) return undefined;
  const { identifier: _, uri: __, ...rest } = kept;
  return rest;
}

export function withoutTimestamp(association: CFAssociation): CFAssociation {
  const { lastChangeDateTime: _, ...rest } = association;
  return rest as CFAssociation;
}
