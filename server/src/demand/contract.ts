import { z } from 'zod';
import { CompetencyRef } from '../frameworks/contract.ts';
import { LocalText } from '../languages/contract.ts';
import { Band, LinkMethod, ProposedLevel, SaidReason, Verdict } from '../linking/contract.ts';

export const Period = z.object({ from: z.string().nullable(), to: z.string().nullable() });
export type Period = z.infer<typeof Period>;

/** What stands beside every share: how much was counted and how much of it the lexicon reaches. */
export const DemandBase = z.object({
  period: Period,
  /** Counted advertisements and the vacancies they de-duplicate to (the unit of every share). */
  advertisements: z.number().int(),
  vacancies: z.number().int(),
  employers: z.number().int(),
  /** Advertisements that lint holds back until a person admits them. */
  held: z.number().int(),
  /** Share of the tags' mass that links to a competency; null without tags. */
  reach: z.number().nullable(),
  tagMass: z.number().int(),
  /** Codes of the sources the advertisements come from. */
  sources: z.array(z.string()),
});
export type DemandBase = z.infer<typeof DemandBase>;

export const Share = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Share = z.infer<typeof Share>;

export const DemandRow = z.object({
  competency: CompetencyRef,
  /** Vacancies that ask for it in any field, and in the requirements' text alone. */
  vacancies: z.number().int(),
  vacanciesByText: z.number().int(),
  /** Share of all vacancies with a 95 % interval (bootstrap clustered by employer, seeded). */
  share: Share,
  shareByText: z.number(),
});
export type DemandRow = z.infer<typeof DemandRow>;

/** GET /api/demand?region=CODE&from=&to= */
export const DemandTable = z.object({
  /** The province asked for; null: all of them. */
  region: z.object({ code: z.string(), name: LocalText }).nullable(),
  base: DemandBase,
  rows: z.array(DemandRow),
});
export type DemandTable = z.infer<typeof DemandTable>;

/** A link as a screen highlights it; offsets are UTF-16 into the text of its field. */
export const LinkView = z.object({
  id: z.number().int(),
  competency: CompetencyRef,
  field: z.enum(['title', 'tag', 'text', 'statement']),
  ordinal: z.number().int(),
  start: z.number().int(),
  end: z.number().int(),
  surface: z.string(),
  normalised: z.string(),
  method: LinkMethod,
  form: z.string(),
  band: Band,
  probability: z.number().nullable(),
  level: ProposedLevel.nullable(),
  reasons: z.array(SaidReason),
  verdict: Verdict.nullable(),
  /** A person's word, else its band: whether figures count it. */
  counts: z.boolean(),
});
export type LinkView = z.infer<typeof LinkView>;

export const AdvertisementStatus = z.enum(['counted', 'held', 'excluded']);
export type AdvertisementStatus = z.infer<typeof AdvertisementStatus>;

export const AdvertisementSummary = z.object({
  id: z.number().int(),
  title: z.string(),
  employerName: z.string(),
  postedOn: z.string(),
  region: z.object({ code: z.string(), name: LocalText }),
  status: AdvertisementStatus,
  flags: z.array(z.string()),
  source: z.string(),
  competencies: z.number().int(),
});
export type AdvertisementSummary = z.infer<typeof AdvertisementSummary>;

/** GET /api/advertisements?q=&competency=CODE&region=CODE&status=&page=&size= */
export const AdvertisementPage = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(
    AdvertisementSummary.extend({
      /** With ?competency=: the first sentence that names it. */
      excerpt: z
        .object({ text: z.string(), start: z.number().int(), end: z.number().int() })
        .nullable(),
    }),
  ),
});
export type AdvertisementPage = z.infer<typeof AdvertisementPage>;

/** GET /api/advertisements/:id */
export const AdvertisementDetail = AdvertisementSummary.extend({
  vacancyId: z.number().int().nullable(),
  requirements: z.string(),
  tags: z.array(z.string()),
  domains: z.array(z.string()),
  positionName: z.string().nullable(),
  workMode: z.enum(['on-site', 'hybrid', 'remote']).nullable(),
  seniority: z.string().nullable(),
  placeWritten: z.string(),
  salaryWritten: z.string().nullable(),
  salary: z
    .object({
      low: z.number().nullable(),
      high: z.number().nullable(),
      currency: z.string().nullable(),
    })
    .nullable(),
  /** Other postings of the same vacancy. */
  postings: z.array(z.object({ id: z.number().int(), postedOn: z.string() })),
  links: z.array(LinkView),
  importRunId: z.string(),
  rowNumber: z.number().int(),
});
export type AdvertisementDetail = z.infer<typeof AdvertisementDetail>;

/** GET /api/demand/provinces: counted advertisements and vacancies by province of the present vintage. */
export const ProvinceDemand = z.object({
  regionCode: z.string(),
  advertisements: z.number().int(),
  vacancies: z.number().int(),
});
export type ProvinceDemand = z.infer<typeof ProvinceDemand>;

/** POST /api/advertisements/admissions: held advertisements that a person admits (or excludes). */
export const Admission = z.object({
  advertisementIds: z.array(z.number().int()).min(1).max(1000),
  status: z.enum(['counted', 'excluded', 'held']),
});
export type Admission = z.infer<typeof Admission>;
