import type { FrameworkRow } from '../importing/framework-row.ts';
import { NAMESPACE } from './to-rows.ts';

/** ESCO as a whole; its reuse asks for this sentence wherever it is shown. */
export function aboutEsco(
  version: string,
  schemes: readonly { uri: string; title: string }[],
): FrameworkRow {
  return {
    ...{ type: 'framework', code: 'esco', uuid: NAMESPACE, uri: 'http://data.europa.eu/esco' },
    ...{ version, publishedOn: PUBLISHED_ON[version] ?? null, licence: 'CC-BY-4.0' },
    texts: [
      {
        ...{ field: 'title', language: 'en' },
        value: 'ESCO – European Skills, Competences, Qualifications and Occupations',
      },
      {
        ...{ field: 'title', language: 'vi' },
        value: 'ESCO – Kỹ năng, năng lực, bằng cấp và nghề nghiệp châu Âu',
      },
      {
        ...{ field: 'note', language: 'en' },
        value:
          'This service uses the ESCO classification of the European Commission. Modified: brought into the data model of this service, with groups, skills and occupations as items and roles.',
      },
      {
        ...{ field: 'note', language: 'vi' },
        value:
          'Dịch vụ này sử dụng hệ thống phân loại ESCO của Ủy ban châu Âu. Đã chỉnh sửa: chuyển sang mô hình dữ liệu của dịch vụ này, trong đó nhóm, kỹ năng và nghề là các mục và vai trò.',
      },
    ],
    extra: schemes.length > 0 ? { schemes } : {},
  };
}

const PUBLISHED_ON: Record<string, string> = { '1.2.0': '2024-05-15' };
