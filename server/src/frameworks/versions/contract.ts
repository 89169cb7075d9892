import { z } from 'zod';
import { LocalText } from '../../languages/contract.ts';
import { Doer } from '../drafting/contract.ts';

export const VersionLine = z.object({
  version: z.string(),
  status: z.enum(['draft', 'in-review', 'published', 'superseded']),
  publishedOn: z.string().nullable(),
  publishedBy: Doer.nullable(),
  createdBy: Doer.nullable(),
  basedOn: z.string().nullable(),
  reason: z.string(),
  licence: z.string(),
  items: z.number().int(),
  roles: z.number().int(),
});
export type VersionLine = z.infer<typeof VersionLine>;

export const FrameworkVersions = z.object({
  code: z.string(),
  title: LocalText,
  owner: LocalText,
  /** drafted here, by the reader's organisation: a new version may be begun */
  mayBegin: z.boolean(),
  versions: z.array(VersionLine),
});
export type FrameworkVersions = z.infer<typeof FrameworkVersions>;

/** A piece of a text: in both wordings, only in the earlier one, or only in the later one. */
export const Piece = z.object({ text: z.string(), in: z.enum(['both', 'before', 'after']) });
export type Piece = z.infer<typeof Piece>;

export const FieldChange = z.object({
  /** as drafting/contract.ts names fields */
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** of texts: where they differ */
  pieces: z.array(Piece).nullable(),
});
export type FieldChange = z.infer<typeof FieldChange>;

export const PartChange = z.object({
  part: z.enum(['item', 'role']),
  id: z.number().int(),
  code: z.string(),
  kind: z.string(),
  label: LocalText,
  change: z.enum(['added', 'removed', 'changed']),
  /** it stands elsewhere: under another parent, or in another place among its siblings */
  moved: z
    .object({ from: z.string().nullable(), to: z.string().nullable(), reordered: z.boolean() })
    .nullable(),
  fields: z.array(FieldChange),
});
export type PartChange = z.infer<typeof PartChange>;

export const VersionChanges = z.object({
  from: z.string(),
  to: z.string(),
  counts: z.object({
    added: z.number().int(),
    removed: z.number().int(),
    moved: z.number().int(),
    reworded: z.number().int(),
    levels: z.number().int(),
    relations: z.number().int(),
  }),
  about: z.array(FieldChange),
  groups: z.array(
    z.object({
      /** the item or role at the top that the changes stand under */
      area: z
        .object({ part: z.enum(['item', 'role']), code: z.string(), label: LocalText })
        .nullable(),
      changes: z.array(PartChange),
    }),
  ),
  successions: z.array(
    z.object({
      from: z.object({ code: z.string(), label: LocalText }),
      to: z.object({ code: z.string(), label: LocalText }).nullable(),
      kind: z.enum(['replaced', 'split', 'merged', 'ended']),
      weight: z.number(),
      reason: z.string(),
    }),
  ),
});
export type VersionChanges = z.infer<typeof VersionChanges>;
