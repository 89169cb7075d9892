import { createHash } from 'node:crypto';
import { nameKey, plain } from '#src/languages/plain.ts';

/** What a posting says, in our words, whatever file it came from; texts are NFC without control characters. */
export interface AdvertisementContent {
  title: string;
  employerName: string;
  positionName: string | null;
  requirements: string;
  tags: string[];
  domains: string[];
  workMode: 'on-site' | 'hybrid' | 'remote' | null;
  seniority: string | null;
  placeWritten: string;
  /** YYYY-MM-DD */
  postedOn: string;
  /** HH:MM:SS */
  postedTime: string;
  salaryWritten: string | null;
  salary: { low: number | null; high: number | null; currency: 'USD' | 'VND' | null } | null;
}

/** The payload of a staged row: the content and what is derived from it and from the regions. */
export interface StagedAdvertisement extends AdvertisementContent {
  employerKey: string;
  titleKey: string;
  regionId: number;
  /** groups rows with the same requirements, however they are spaced and capitalised */
  textKey: string;
}

/**
 * Names a posting in files that carry no identifier: a hash over employer, title, place and time of
 * posting, all folded. The rules of `employerKey` stay out of it, so that they may be improved
 * without making old postings new.
 */
export function sourceKey(content: AdvertisementContent): string {
  return sha256([
    plain(content.employerName),
    plain(content.title),
    plain(content.placeWritten),
    `${content.postedOn} ${content.postedTime}`,
  ]);
}

/** Changes when anything that the posting says changes. */
export function contentSha256(content: AdvertisementContent): string {
  return sha256([
    content.title,
    content.employerName,
    content.positionName,
    content.requirements,
    content.tags,
    content.domains,
    content.workMode,
    content.seniority,
    content.placeWritten,
    content.postedOn,
    content.postedTime,
    content.salaryWritten,
  ]);
}

/** Requirements that differ in case and white space alone have the same key. */
export function textKey(requirements: string): string {
  return sha256([nameKey(requirements)]);
}

function sha256(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
