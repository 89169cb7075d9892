import { z } from 'zod';
import { LinkView } from '../demand/contract.ts';
import { LocalText } from '../languages/contract.ts';
import { OrganisationRef } from '../organisations/contract.ts';

/** How much of a programme version has syllabi with learning outcomes: stands beside every share. */
export const SyllabusBase = z.object({
  courses: z.number().int(),
  withSyllabus: z.number().int(),
  withOutcomes: z.number().int(),
  credits: z.number(),
  creditsWithOutcomes: z.number(),
});
export type SyllabusBase = z.infer<typeof SyllabusBase>;

export const ProgrammeRef = z.object({
  id: z.number().int(),
  code: z.string(),
  name: LocalText,
  institution: OrganisationRef,
  versionId: z.number().int(),
  versionNumber: z.number().int(),
  datedOn: z.string().nullable(),
  totalCredits: z.number().nullable(),
});
export type ProgrammeRef = z.infer<typeof ProgrammeRef>;

/** GET /api/programmes */
export const ProgrammeList = z.array(ProgrammeRef.extend({ syllabi: SyllabusBase }));
export type ProgrammeList = z.infer<typeof ProgrammeList>;

/** 0…1 of a student of the programme; equal where the rule is exact. */
export const Exposure = z.object({ low: z.number(), high: z.number() });
export type Exposure = z.infer<typeof Exposure>;

export const GroupKind = z.enum(['required', 'elective', 'choice', 'info']);
export type GroupKind = z.infer<typeof GroupKind>;

/** A link into one language of a title or statement: the offsets count in that text. */
export const TextLinkView = LinkView.extend({ language: z.string().nullable() });
export type TextLinkView = z.infer<typeof TextLinkView>;

export const OutcomeView = z.object({
  id: z.number().int(),
  code: z.string(),
  heading: z.string().nullable(),
  statement: LocalText,
  taxonomyLevels: z.array(z.string()),
  links: z.array(TextLinkView),
});
export type OutcomeView = z.infer<typeof OutcomeView>;

export const CourseView = z.object({
  id: z.number().int(),
  groupId: z.number().int(),
  code: z.string().nullable(),
  title: LocalText,
  credits: z.number().nullable(),
  counted: z.boolean(),
  exposure: Exposure,
  prerequisites: z.array(z.object({ code: z.string(), courseId: z.number().int().nullable() })),
  /** missing: no syllabus here; without-outcomes: a syllabus that states none; present: outcomes. */
  syllabus: z.enum(['missing', 'without-outcomes', 'present']),
  titleLinks: z.array(TextLinkView),
  outcomes: z.array(OutcomeView),
});
export type CourseView = z.infer<typeof CourseView>;

export const GroupView = z.object({
  id: z.number().int(),
  parentId: z.number().int().nullable(),
  code: z.string(),
  heading: z.string(),
  kind: GroupKind,
  chooseCredits: z.number().nullable(),
  ofCredits: z.number().nullable(),
  chooseCount: z.number().int().nullable(),
  ofCount: z.number().int().nullable(),
  ruleText: z.string().nullable(),
  /** Share of the group's courses that a student takes, per course; 0…1 where the rule is unknown. */
  exposure: Exposure,
});
export type GroupView = z.infer<typeof GroupView>;

/** GET /api/programmes/:id (the current version; ?version=N for another) */
export const ProgrammeDetail = ProgrammeRef.extend({
  degree: z.string().nullable(),
  duration: z.string().nullable(),
  documentName: z.string().nullable(),
  syllabi: SyllabusBase,
  versions: z.array(
    z.object({
      versionNumber: z.number().int(),
      datedOn: z.string().nullable(),
      status: z.enum(['current', 'superseded']),
      importedAt: z.string(),
    }),
  ),
  outcomes: z.array(OutcomeView),
  groups: z.array(GroupView),
  courses: z.array(CourseView),
});
export type ProgrammeDetail = z.infer<typeof ProgrammeDetail>;
