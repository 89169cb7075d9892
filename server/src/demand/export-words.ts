export const DEMAND_WORDS = {
  vi: {
    sheet: 'Nhu cầu',
    demonstration: 'DỮ LIỆU MINH HỌA – các tổ chức và tin tuyển dụng đều hư cấu',
    definition:
      'Tỷ lệ vị trí tuyển dụng có yêu cầu năng lực; khoảng tin cậy 95 % bằng bootstrap theo nhà tuyển dụng. Đơn vị: vị trí tuyển dụng.',
    region: 'Địa bàn: {region}.',
    everywhere: 'tất cả các tỉnh, thành phố',
    base: 'n = {vacancies} vị trí ({advertisements} tin, {employers} nhà tuyển dụng), đăng từ {from} đến {to}; độ phủ từ vựng {reach}; {held} tin chờ người duyệt, chưa tính. Nguồn: {sources}.',
    code: 'Mã',
    competency: 'Năng lực',
    vacancies: 'Số vị trí',
    share: 'Tỷ lệ',
    low: 'Cận dưới 95 %',
    high: 'Cận trên 95 %',
    byText: 'Tỷ lệ chỉ theo phần mô tả',
  },
  en: {
    sheet: 'Demand',
    demonstration: 'DEMONSTRATION DATA – organisations and advertisements are fictional',
    definition:
      'Share of vacancies that ask for a competency; 95 % interval by a bootstrap clustered by employer. Unit: vacancy.',
    region: 'Region: {region}.',
    everywhere: 'all provinces',
    base: 'n = {vacancies} vacancies ({advertisements} advertisements, {employers} employers), posted from {from} to {to}; lexicon reach {reach}; {held} advertisements held for a person are not counted. Sources: {sources}.',
    code: 'Code',
    competency: 'Competency',
    vacancies: 'Vacancies',
    share: 'Share',
    low: '95 % low',
    high: '95 % high',
    byText: 'Share by text alone',
  },
} as const;
