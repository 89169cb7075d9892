import { z } from 'zod';

/** A text in the two languages of the interface; a missing one is null and the other is shown, marked with `lang`. */
export const LocalText = z.object({ vi: z.string().nullable(), en: z.string().nullable() });
export type LocalText = z.infer<typeof LocalText>;

export const Language = z.enum(['vi', 'en']);
export type Language = z.infer<typeof Language>;
