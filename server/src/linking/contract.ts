import { z } from 'zod';

/** Where a text stood in its document: a share counted from texts alone is shown beside the share of all fields. */
export const Field = z.enum(['title', 'tag', 'text']);
export type Field = z.infer<typeof Field>;

/**
 * How a link was found.
 * - `exact`: the same words as the listed form, accents included.
 * - `near`: another spacing or hyphenation, a plural, or British spelling of it.
 * - `unaccented`: a Vietnamese form written without its diacritics.
 * - `decision`: a phrase that is no listed form, accepted by a person.
 */
export const LinkMethod = z.enum(['exact', 'near', 'unaccented', 'decision']);
export type LinkMethod = z.infer<typeof LinkMethod>;

/**
 * One competency found in one text. `start` and `end` are UTF-16 offsets into the text as it was
 * given, so `text.slice(start, end) === surface`. `normalised` is the key under which people's
 * decisions about this surface are kept; `form` is the listed form that was recognised.
 */
export const TextLink = z.object({
  competencyId: z.int().positive(),
  field: Field,
  start: z.int().nonnegative(),
  end: z.int().positive(),
  surface: z.string().min(1),
  normalised: z.string().min(1),
  method: LinkMethod,
  form: z.string().min(1),
});
export type TextLink = z.infer<typeof TextLink>;
