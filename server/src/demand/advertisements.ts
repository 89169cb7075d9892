import type { Kysely } from 'kysely';
import type { DB } from '#src/db/types.ts';
import { Problem } from '#src/errors.ts';
import { competencyRefs } from '#src/frameworks/competency-refs.ts';
import { excerptAround } from '#src/languages/excerpt.ts';
import { localText } from '#src/languages/local-text.ts';
import { linkView } from '#src/linking/link-view.ts';
import {
  countAdvertisements,
  findAdvertisement,
  listAdvertisements,
  listLinks,
  listPostings,
  listTexts,
  listRegionNames,
  type SummaryRow,
} from './reading-queries.ts';
import type {
  AdvertisementDetail,
  AdvertisementPage,
  AdvertisementStatus,
  AdvertisementSummary,
} from './contract.ts';

export interface AdvertisementsRequest {
  q?: string | undefined;
  competency?: string | undefined;
  region?: string | undefined;
  status?: AdvertisementStatus | undefined;
  page: number;
  size: number;
}

export async function readAdvertisements(
  db: Kysely<DB>,
  request: AdvertisementsRequest,
): Promise<AdvertisementPage> {
  const refs = await competencyRefs(db);
  const competency = [...refs.values()].find(({ code }) => code === request.competency);
  if (request.competency !== undefined && !competency) {
    throw new Problem('not-found', { what: request.competency });
  }
  const filter = {
    q: request.q,
    competencyId: competency?.id,
    regionCode: request.region,
    status: request.status,
  };
  const total = await countAdvertisements(db, filter);
  const rows = await listAdvertisements(db, filter, {
    limit: request.size,
    offset: (request.page - 1) * request.size,
  });
  const regionOf = await regionViews(db);
  const excerpts = competency ? await readExcerpts(db, rows, competency.id) : new Map();
  return {
    total,
    page: request.page,
    size: request.size,
    items: rows.map((row) => ({
      ...summary(row, regionOf),
      excerpt: excerpts.get(row.id) ?? null,
    })),
  };
}

/** Of each advertisement the first place that names the competency: its text before its title before a tag. */
async function readExcerpts(db: Kysely<DB>, rows: SummaryRow[], competencyId: number) {
  const ids = rows.map((row) => row.id);
  const texts = new Map((await listTexts(db, ids)).map((text) => [text.id, text]));
  const order = ['text', 'title', 'tag'];
  const links = (await listLinks(db, ids, competencyId))
    .filter(({ counts }) => counts)
    .sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field) || a.start - b.start);
  const excerpts = new Map<number, ReturnType<typeof excerptAround>>();
  for (const link of links) {
    const text = texts.get(link.advertisementId);
    if (!text || excerpts.has(link.advertisementId)) continue;
    const whole =
      link.field === 'text'
        ? text.requirements
        : link.field === 'title'
          ? text.title
          : (text.tags[link.ordinal] ?? '');
    excerpts.set(link.advertisementId, excerptAround(whole, link.start, link.end));
  }
  return excerpts;
}

export async function getAdvertisement(db: Kysely<DB>, id: number): Promise<AdvertisementDetail> {
  const row = await findAdvertisement(db, id);
  if (!row) throw new Problem('not-found', { what: `#${id}` });
  const regionOf = await regionViews(db);
  const refs = await competencyRefs(db);
  const links = await listLinks(db, [id]);
  return {
    ...summary(
      {
        id: row.id,
        title: row.title,
        employerName: row.employer_name,
        postedOn: row.posted_on,
        regionId: row.presentedRegionId,
        status: row.status as AdvertisementStatus,
        flags: row.flags,
        source: row.source,
        competencies: new Set(
          links.filter(({ counts }) => counts).map(({ competencyId }) => competencyId),
        ).size,
      },
      regionOf,
    ),
    vacancyId: row.vacancy_id,
    requirements: row.requirements,
    tags: row.tags,
    domains: row.domains,
    positionName: row.position_name,
    workMode: row.work_mode as AdvertisementDetail['workMode'],
    seniority: row.seniority,
    placeWritten: row.place_written,
    salaryWritten: row.salary_written,
    salary:
      row.salary_low === null && row.salary_high === null
        ? null
        : {
            low: row.salary_low === null ? null : Number(row.salary_low),
            high: row.salary_high === null ? null : Number(row.salary_high),
            currency: row.salary_currency,
          },
    postings: row.vacancy_id === null ? [] : await listPostings(db, row.vacancy_id, id),
    links: links.flatMap(({ advertisementId: _, competencyId, ...link }) => {
      // until its texts are linked anew, what the published framework no longer holds is not shown
      const competency = refs.get(competencyId);
      return competency ? [linkView(link, competency)] : [];
    }),
    importRunId: row.import_run_id,
    rowNumber: row.row_number,
  };
}

type RegionView = AdvertisementSummary['region'];

async function regionViews(db: Kysely<DB>): Promise<(id: number) => RegionView> {
  const rows = Map.groupBy(await listRegionNames(db), (row) => row.id);
  return (id) => {
    const names = rows.get(id) ?? [];
    return { code: names[0]?.code ?? 'unknown', name: localText(names) };
  };
}

function summary(row: SummaryRow, regionOf: (id: number) => RegionView): AdvertisementSummary {
  const { regionId, ...rest } = row;
  return { ...rest, region: regionOf(regionId) };
}
