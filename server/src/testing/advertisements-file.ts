import { advertisementCsv } from './advertisement-csv.ts';

export interface TestAdvertisement {
  title: string;
  employer: string;
  tags: string[];
  place?: string;
  /** dd/MM/yyyy HH:mm */
  postedAt?: string;
  /** made long and unlike any other where it is left out */
  requirements?: string;
}

/** Advertisements as a file of the format itviec-csv, each with requirements of its own. */
export function advertisementsFile(advertisements: readonly TestAdvertisement[]): string {
  return advertisementCsv(
    advertisements.map((advertisement, index) => ({
      job_names: advertisement.title,
      company_names: advertisement.employer,
      array_skills: `[${advertisement.tags.map((tag) => `'${tag}'`).join(', ')}]`,
      locate_names: advertisement.place ?? 'Hà Nội',
      exp_skills: advertisement.requirements ?? plainRequirements(index),
      post_dates_formatted: advertisement.postedAt ?? '21/11/2025 09:00',
      city: advertisement.place ?? 'Hà Nội',
    })),
  );
}

/** Long enough to pass lint, different in every row, and naming no competency. */
function plainRequirements(index: number): string {
  return `Hồ sơ số ${index + 1}: người ứng tuyển gửi thư và mô tả ngắn về công việc đã qua, nêu rõ năm làm, nơi làm và người có thể xác nhận; phòng nhân sự trả lời trong mười ngày.`;
}
