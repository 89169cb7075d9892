import type { FrameworkRow } from '../importing/framework-row.ts';
import { NAMESPACE } from './onet.ts';

/** O*NET as a whole; its licence asks for this sentence wherever it is shown. */
export function aboutOnet(version: string): FrameworkRow {
  return {
    ...{ type: 'framework', code: 'onet', uuid: NAMESPACE, version },
    uri: 'https://www.onetcenter.org/database.html',
    ...{ publishedOn: null, licence: 'CC-BY-4.0', extra: {} },
    texts: [
      { field: 'title', language: 'en', value: 'O*NET – Occupational Information Network' },
      {
        ...{ field: 'title', language: 'vi' },
        value: 'O*NET – Mạng thông tin nghề nghiệp Hoa Kỳ',
      },
      {
        ...{ field: 'note', language: 'en' },
        value: `This service includes information from the O*NET ${version} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. The information has been modified: brought into the data model of this service. USDOL/ETA has not approved, endorsed, or tested these modifications.`,
      },
      {
        ...{ field: 'note', language: 'vi' },
        value: `Dịch vụ này sử dụng thông tin từ cơ sở dữ liệu O*NET ${version} của Bộ Lao động Hoa Kỳ, Cục Quản lý Việc làm và Đào tạo (USDOL/ETA), theo giấy phép CC BY 4.0. O*NET® là nhãn hiệu của USDOL/ETA. Thông tin đã được chỉnh sửa: chuyển sang mô hình dữ liệu của dịch vụ này. USDOL/ETA chưa phê duyệt, xác nhận hay kiểm nghiệm các chỉnh sửa này.`,
      },
    ],
  };
}
