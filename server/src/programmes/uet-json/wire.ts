import { z } from 'zod';
import type { FindingCode } from '#src/imports/finding-words.ts';
import { GroupKind } from '../contract.ts';

/**
 * The pieces of the format as its files write them. Every piece is read on its own, so that one bad
 * course rejects one row. A check that fails carries the code of its finding in `params`.
 */
interface FailedCheck {
  finding: FindingCode;
  detail?: Record<string, string | number>;
}
const failing = (check: FailedCheck) => ({ params: { ...check } });

// C0 and C1 controls except white space; a text with half a surrogate pair is no text either
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const readable = (value: string) => value.isWellFormed() && !controls.test(value);
/** Letters are kept composed (NFC), white space is folded; nothing else of a text changes. */
const tidy = (value: string) => value.normalize('NFC').replace(/\s+/gu, ' ').trim();

const text = (limit: number) =>
  z
    .string()
    .refine(readable, failing({ finding: 'value-unreadable-characters' }))
    .transform(tidy)
    .refine((value) => value !== '', failing({ finding: 'value-missing' }))
    .refine(
      (value) => value.length <= limit,
      failing({ finding: 'value-too-long', detail: { limit } }),
    );

const optionalText = (limit: number) =>
  z
    .string()
    .refine(readable, failing({ finding: 'value-unreadable-characters' }))
    .transform(tidy)
    .refine(
      (value) => value.length <= limit,
      failing({ finding: 'value-too-long', detail: { limit } }),
    )
    .nullish()
    .transform((value) => value || null);

const numberBetween = (low: number, high: number) =>
  z
    .number()
    .refine(
      (value) => low <= value && value <= high,
      failing({ finding: 'value-out-of-range', detail: { low, high } }),
    );
const optionalNumber = (low: number, high: number) =>
  numberBetween(low, high)
    .nullish()
    .transform((value) => value ?? null);
const optionalCount = optionalNumber(0, 1000).refine(
  (value) => value === null || Number.isInteger(value),
  failing({ finding: 'value-not-number' }),
);
// Where a piece stood is a convenience: a strange line number never rejects the piece.
const line = z.number().int().min(0).max(2_000_000_000).nullable().catch(null);

function realDate(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(value)
  );
}

const code = text(60);
const hours = z
  .object({
    theory: optionalNumber(0, 2000),
    practice: optionalNumber(0, 2000),
    self: optionalNumber(0, 2000),
  })
  .nullish()
  .transform((value) => ({
    theory: value?.theory ?? null,
    practice: value?.practice ?? null,
    selfStudy: value?.self ?? null,
  }));

/** The longest credits of one course that any programme could mean: a year of full study. */
const courseCredits = optionalNumber(0, 60);

/** Refusal of a thing that a person reads and that has a name in neither language. */
const unnamed = (vi: string) => ({ path: [vi], ...failing({ finding: 'value-missing' }) });

export const WireProgramme = z
  .object({
    file: optionalText(300),
    moetCode: code,
    name_vi: optionalText(300),
    name_en: optionalText(300),
    degree: optionalText(200),
    diploma_vi: optionalText(300),
    diploma_en: optionalText(300),
    duration: optionalText(100),
    version_date: z
      .string()
      .refine(realDate, failing({ finding: 'date-not-real' }))
      .nullish()
      .transform((value) => value ?? null),
    totalCredits: optionalNumber(1, 1000),
  })
  .refine((piece) => piece.name_vi !== null || piece.name_en !== null, unnamed('name_vi'));

export const WireGroup = z.object({
  id: code,
  parent: code.nullish().transform((value) => value ?? null),
  heading: text(1000),
  kind: GroupKind,
  kind_basis: optionalText(200),
  choose_credits: optionalNumber(0, 1000),
  of_credits: optionalNumber(0, 5000),
  choose_count: optionalCount,
  of_count: optionalCount,
  rule_text: optionalText(2000),
  line,
});

export const WireOutcome = z.object({
  id: code,
  text: text(5000),
  group: optionalText(500),
  levels: z.array(text(40)).nullish(),
  bloom: z.array(text(40)).nullish(),
  line,
});

export const WireCourse = z
  .object({
    code: code.nullish().transform((value) => value ?? null),
    vi: optionalText(500),
    en: optionalText(500),
    credits: courseCredits,
    hours,
    prereq_text: optionalText(1000),
    prereq: z
      .array(code)
      .nullish()
      .transform((value) => value ?? []),
    group: code,
    counted: z
      .boolean()
      .nullish()
      .transform((value) => value ?? true),
    line,
  })
  .refine((piece) => piece.vi !== null || piece.en !== null, unnamed('vi'));

export const WireTopic = z.object({ label: optionalText(200), title: text(20_000), line });

export const WireSyllabus = z.object({
  file: text(300),
  code: code.nullish().transform((value) => value ?? null),
  code_in_text: code.nullish().transform((value) => value ?? null),
  title_vi: optionalText(500),
  title_en: optionalText(500),
  credits: courseCredits,
  hours,
  objectives: optionalText(20_000),
});
