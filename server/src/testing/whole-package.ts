import type { CFPackage } from '#src/standards/case/wire.ts';
import { id } from './case-packages.ts';

const SITE = 'https://khung.example/ims/case/v1p1';
const AT = '2025-05-06T07:08:09Z';

const link = (title: string, path: string) => ({
  title,
  identifier: id(path),
  uri: `${SITE}/${path}`,
});
const common = (path: string) => ({
  identifier: id(path),
  uri: `${SITE}/${path}`,
  lastChangeDateTime: AT,
  extensions: { vendor: { màu: 'xanh', of: path } },
});

/** A package of CASE 1.1 in which every field of the official schemas is used, written by hand. */
export function wholePackage(): CFPackage {
  return {
    CFDocument: {
      ...common('CFDocuments/số'),
      frameworkType: 'Skills framework',
      caseVersion: '1.1',
      creator: 'Hội Tin học',
      title: 'Khung kỹ năng số mẫu',
      officialSourceURL: 'https://khung.example/ban-goc.pdf',
      publisher: 'Nhà xuất bản Mẫu',
      description: 'Mô tả **đậm** với \\*dấu sao\\* và <b>thẻ</b>.\nDòng hai.',
      subject: ['Tin học', 'Kỹ năng số'],
      subjectURI: [link('Tin học', 'CFSubjects/tin-hoc')],
      language: 'vi-VN',
      version: '2.1',
      adoptionStatus: 'Draft',
      statusStartDate: '2025-01-31',
      statusEndDate: '2030-12-31',
      licenseURI: link('CC BY 4.0', 'CFLicenses/cc'),
      notes: 'Ghi chú của tài liệu.',
    },
    CFItems: [
      {
        ...common('CFItems/nhom'),
        fullStatement: 'Xử lý thông tin và dữ liệu',
        CFItemType: 'Lĩnh vực',
        CFItemTypeURI: link('Lĩnh vực', 'CFItemTypes/linh-vuc'),
        humanCodingScheme: '1',
        language: 'vi-VN',
      },
      {
        ...common('CFItems/duyet'),
        fullStatement: 'Tìm, lọc và đánh giá **nội dung số**; “trích dẫn”, 数据 và 🚀.',
        abbreviatedStatement: 'Duyệt và lọc dữ liệu',
        alternativeLabel: 'Chuẩn đầu ra',
        CFItemType: 'Kỹ năng',
        CFItemTypeURI: link('Kỹ năng', 'CFItemTypes/ky-nang'),
        humanCodingScheme: '1.1',
        listEnumeration: 'a)',
        conceptKeywords: ['tìm kiếm', 'lọc'],
        conceptKeywordsURI: link('Tìm kiếm', 'CFConcepts/tim-kiem'),
        notes: 'Theo bản gốc.',
        subject: ['Tin học'],
        subjectURI: [link('Tin học', 'CFSubjects/tin-hoc')],
        language: 'vi-VN',
        educationLevel: ['10', '11', '12'],
        licenseURI: link('CC BY 4.0', 'CFLicenses/cc'),
        statusStartDate: '2025-02-28',
        statusEndDate: '2029-02-28',
      },
      {
        ...common('CFItems/browse'),
        fullStatement: 'Find, filter and evaluate **digital content**.',
        abbreviatedStatement: 'Browsing and filtering data',
        language: 'en-GB',
      },
      {
        ...common('CFItems/hai'),
        fullStatement: 'Lưu trữ dữ liệu',
        humanCodingScheme: '1.1',
        CFItemType: 'Kỹ năng',
        language: 'vi-VN',
      },
    ],
    CFAssociations: [
      {
        ...common('CFAssociations/1'),
        associationType: 'isChildOf',
        sequenceNumber: 10,
        originNodeURI: link('Xử lý', 'CFItems/nhom'),
        destinationNodeURI: link('Khung kỹ năng số mẫu', 'CFDocuments/số'),
      },
      {
        ...common('CFAssociations/2'),
        associationType: 'isChildOf',
        sequenceNumber: 20,
        originNodeURI: { ...link('Duyệt', 'CFItems/duyet'), targetType: 'CASE' },
        destinationNodeURI: { ...link('Xử lý', 'CFItems/nhom'), targetType: 'CASE' },
        CFAssociationGroupingURI: link('Cây chính', 'CFAssociationGroupings/cay'),
        notes: 'Ghi chú của liên kết.',
      },
      {
        ...common('CFAssociations/3'),
        associationType: 'isChildOf',
        sequenceNumber: 5,
        originNodeURI: link('Lưu', 'CFItems/hai'),
        destinationNodeURI: link('Xử lý', 'CFItems/nhom'),
      },
      {
        ...common('CFAssociations/4'),
        associationType: 'isTranslationOf',
        originNodeURI: link('Browsing', 'CFItems/browse'),
        destinationNodeURI: link('Duyệt', 'CFItems/duyet'),
      },
      {
        ...common('CFAssociations/5'),
        associationType: 'exactMatchOf',
        originNodeURI: link('Duyệt', 'CFItems/duyet'),
        destinationNodeURI: {
          title: 'browse, search and filter data',
          identifier: 'http://data.europa.eu/esco/skill/14832d87',
          uri: 'http://data.europa.eu/esco/skill/14832d87',
          targetType: 'ext:esco',
        },
      },
      {
        ...common('CFAssociations/6'),
        associationType: 'precedes',
        originNodeURI: link('Duyệt', 'CFItems/duyet'),
        destinationNodeURI: link('Lưu', 'CFItems/hai'),
      },
      {
        ...common('CFAssociations/7'),
        associationType: 'ext:inspires',
        originNodeURI: link('Lưu', 'CFItems/hai'),
        destinationNodeURI: link('Duyệt', 'CFItems/duyet'),
      },
      {
        ...common('CFAssociations/8'),
        associationType: 'isRelatedTo',
        originNodeURI: link('Khung kỹ năng số mẫu', 'CFDocuments/số'),
        destinationNodeURI: link('Khung khác', 'CFDocuments/khac'),
      },
    ],
    CFDefinitions: {
      CFConcepts: [
        {
          ...common('CFConcepts/tim-kiem'),
          title: 'Tìm kiếm',
          keywords: 'tìm|kiếm',
          hierarchyCode: '1',
          description: 'Khái niệm.',
        },
        { ...common('CFConcepts/tim-sau'), title: 'Tìm sâu', hierarchyCode: '1.1' },
      ],
      CFSubjects: [
        {
          ...common('CFSubjects/tin-hoc'),
          title: 'Tin học',
          hierarchyCode: 'T',
          description: 'Môn học.',
        },
      ],
      CFLicenses: [
        {
          ...common('CFLicenses/cc'),
          title: 'CC BY 4.0',
          description: 'Ghi công.',
          licenseText: 'https://creativecommons.org/licenses/by/4.0/',
        },
      ],
      CFItemTypes: [
        {
          ...common('CFItemTypes/linh-vuc'),
          title: 'Lĩnh vực',
          description: 'Nhóm.',
          hierarchyCode: '1',
          typeCode: 'LV',
        },
        {
          ...common('CFItemTypes/ky-nang'),
          title: 'Kỹ năng',
          description: 'Một kỹ năng.',
          hierarchyCode: '1.1',
        },
      ],
      CFAssociationGroupings: [
        { ...common('CFAssociationGroupings/cay'), title: 'Cây chính', description: 'Cây.' },
      ],
      extensions: { vendor: 'của định nghĩa' },
    },
    CFRubrics: [
      {
        ...common('CFRubrics/thang'),
        title: 'Thang đánh giá',
        description: 'Ba bậc.',
        CFRubricCriteria: [
          {
            ...common('CFRubrics/thang/tieu-chi'),
            category: 'Kỹ năng',
            description: 'Tiêu chí.',
            CFItemURI: link('Duyệt', 'CFItems/duyet'),
            weight: 0.5,
            position: 1,
            rubricId: id('CFRubrics/thang'),
            CFRubricCriterionLevels: [
              {
                ...common('CFRubrics/thang/bac'),
                extensions: [{ vendor: 'của bậc' }] as never,
                description: 'Làm được khi có hướng dẫn.',
                quality: 'Cơ bản',
                score: 1.5,
                feedback: 'Hãy luyện thêm.',
                position: 1,
                rubricCriterionId: id('CFRubrics/thang/tieu-chi'),
              },
            ],
          },
        ],
      },
    ],
    extensions: { vendor: 'của gói' },
  };
}
