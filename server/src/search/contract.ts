import { z } from 'zod';

/** What can be found; screens are known to the web alone. */
export const FoundType = z.enum([
  'competency',
  'role',
  'framework',
  'programme',
  'course',
  'organisation',
]);
export type FoundType = z.infer<typeof FoundType>;

/**
 * How near the words asked for are: the whole name, its beginning, all words in it, all words in its
 * names together, or with typing errors forgiven.
 */
export const Nearness = z.enum(['exact', 'prefix', 'words', 'together', 'near']);
export type Nearness = z.infer<typeof Nearness>;

export const FoundText = z.object({ text: z.string(), language: z.string() });
export type FoundText = z.infer<typeof FoundText>;

export const Found = z.object({
  type: FoundType,
  id: z.number().int(),
  code: z.string().nullable(),
  /** of a competency, a role or an organisation */
  kind: z.string().nullable(),
  /** in the language asked for where there is one */
  title: FoundText,
  /** the title in the other language of the interface, where it differs */
  other: FoundText.nullable(),
  /** of a competency or a role */
  framework: z.object({ code: z.string(), title: FoundText, inUse: z.boolean() }).nullable(),
  /** of a course: where it is taught */
  programme: z.object({ id: z.number().int(), code: z.string() }).nullable(),
  /** why it was found; `form`: the name that matched where it is not the title */
  why: z.object({
    nearness: Nearness,
    by: z.enum(['label', 'code', 'alias']),
    form: FoundText.nullable(),
  }),
});
export type Found = z.infer<typeof Found>;

export const SearchQuery = z.object({
  q: z.string().max(200).default(''),
  language: z.enum(['vi', 'en']).default('vi'),
  type: FoundType.optional(),
  /** code of a framework */
  framework: z.string().max(60).optional(),
  kind: z.string().max(40).optional(),
  /** a level by its number or its code: '3', 'B1' */
  level: z.string().max(40).optional(),
  /** the most of each type */
  size: z.coerce.number().int().min(1).max(50).default(6),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

/** GET /api/search: by type, the type of the best match first. */
export const SearchAnswer = z.object({
  groups: z.array(z.object({ type: FoundType, more: z.boolean(), items: z.array(Found) })),
  /** something was published a moment ago and is being read: ask again in a second */
  refreshing: z.boolean(),
});
export type SearchAnswer = z.infer<typeof SearchAnswer>;
