import { z } from 'zod';
import { DemandBase, ProvinceDemand, Share } from '../demand/contract.ts';
import { CompetencyRef } from '../frameworks/contract.ts';
import { LocalText } from '../languages/contract.ts';
import { Measure } from '../measures/contract.ts';
import { Exposure, ProgrammeRef, SyllabusBase } from '../programmes/contract.ts';

/**
 * taught: a learning outcome says so. title-only: a course title suggests it, no outcome says it.
 * syllabus-missing: neither, and a course of the same area has no outcomes here, so nothing can be said.
 * not-found: in no outcome that is here.
 */
export const CoverageState = z.enum(['taught', 'title-only', 'syllabus-missing', 'not-found']);
export type CoverageState = z.infer<typeof CoverageState>;

export const Span = z.object({ start: z.number().int(), end: z.number().int() });

/** An outcome that says a competency, with the words that say it. `course` is null for an outcome of the whole programme. */
export const OutcomeEvidence = z.object({
  outcomeId: z.number().int(),
  outcomeCode: z.string(),
  course: z
    .object({ id: z.number().int(), code: z.string().nullable(), title: LocalText })
    .nullable(),
  statement: z.string(),
  language: z.string(),
  spans: z.array(Span),
  exposure: Exposure,
});
export type OutcomeEvidence = z.infer<typeof OutcomeEvidence>;

export const CourseEvidence = z.object({
  courseId: z.number().int(),
  code: z.string().nullable(),
  title: LocalText,
  syllabus: z.enum(['missing', 'without-outcomes', 'present']),
  exposure: Exposure,
});
export type CourseEvidence = z.infer<typeof CourseEvidence>;

export const CoverageRow = z.object({
  competency: CompetencyRef,
  vacancies: z.number().int(),
  share: Share,
  shareByText: z.number(),
  state: CoverageState,
  /** Share of the students who meet it, when taught: Fréchet bounds over the courses that teach it; 0…0 otherwise. */
  exposure: Exposure,
  outcomes: z.array(OutcomeEvidence),
  /** Courses whose title names it (title-only), or whose syllabus is missing in its area (syllabus-missing). */
  courses: z.array(CourseEvidence),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** Answers in the order of the definition: coverage today, process times, diffusion lag L50, people short. */
export const GapAnswers = z.object({
  coverage: Measure,
  processTimes: Measure,
  lag: Measure,
  peopleShort: Measure,
});
export type GapAnswers = z.infer<typeof GapAnswers>;

/** GET /api/coverage?programme=ID — the same shape as `nhip report coverage --format json`. */
export const CoverageReport = z.object({
  format: z.literal('nhip.coverage/1'),
  installation: z.enum(['demo', 'main']),
  programme: ProgrammeRef,
  demand: DemandBase,
  syllabi: SyllabusBase,
  answers: GapAnswers,
  /** Σ share per state ÷ Σ share: how the demand mass divides (before exposure). */
  massByState: z.record(CoverageState, z.number()),
  framework: z.object({ code: z.string(), version: z.string(), lexiconRevision: z.number().int() }),
  rows: z.array(CoverageRow),
});
export type CoverageReport = z.infer<typeof CoverageReport>;

/** GET /api/overview?programme=ID — the first screen. Without a programme the coverage is refused in words. */
export const Overview = z.object({
  installation: z.enum(['demo', 'main']),
  programmes: z.array(ProgrammeRef),
  programme: ProgrammeRef.nullable(),
  demand: DemandBase,
  syllabi: SyllabusBase.nullable(),
  answers: GapAnswers,
  massByState: z.record(CoverageState, z.number()).nullable(),
  /** The largest demand that no outcome teaches, without evidence lists. */
  largestUncovered: z.array(CoverageRow.omit({ outcomes: true, courses: true })),
  provinces: z.array(
    ProvinceDemand.extend({
      /** Coverage of the province's own demand; null with fewer than 30 advertisements (hatched). */
      coverage: z.object({ low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  /** The next decisions to take: how many things wait, and where. */
  waiting: z.object({
    imports: z.number().int(),
    heldAdvertisements: z.number().int(),
    linksToReview: z.number().int(),
  }),
});
export type Overview = z.infer<typeof Overview>;
