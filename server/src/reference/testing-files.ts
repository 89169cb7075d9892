import { readFileSync } from 'node:fs';
import { REFERENCE_FOLDER, type ReferenceFile } from './read-files.ts';

/** A small whole of the reference's shape, for tests: two areas, a tool, a role, a certificate, a crosswalk. */
export const SMALL_REFERENCE: Record<string, string> = {
  'framework.yaml': `code: TEST
uuid: 00000000-0000-4000-8000-000000000001
version: '2.0'
publishedOn: '2026-11-22'
licence: CC-BY-4.0
title: { vi: Khung thử, en: Test framework }
`,
  'scale.yaml': readFileSync(`${REFERENCE_FOLDER}scale.yaml`, 'utf8'),
  'competencies/bridges.yaml': `area:
  code: BR
  uuid: 00000000-0000-4000-8000-000000000010
  label: { vi: Cầu, en: Bridges }
  definition: { vi: 'Thiết kế, xây dựng và giữ gìn cây cầu.', en: 'Designing, building and keeping bridges.' }
competencies:
  - code: BR.DESIGN
    uuid: 00000000-0000-4000-8000-000000000011
    kind: competency
    label: { vi: Thiết kế nhịp, en: Span design }
    definition:
      vi: 'Chọn kết cấu và tính toán tải trọng cho một nhịp cầu.'
      en: 'Chooses the structure and computes the loads of one bay.'
    range: [2, 6]
    core: true
    levels:
      2: { vi: 'Tính lại một bản vẽ có sẵn theo bảng tra.', en: 'Recomputes a finished drawing from tables.' }
      4: { vi: 'Tự thiết kế trọn một cây cầu nhỏ qua kênh.', en: 'Designs a small canal crossing from end to end.' }
      6: { vi: 'Đặt tiêu chuẩn thiết kế cho cả công ty và duyệt ca khó.', en: 'Sets the design standard of a firm and settles hard cases.' }
    aliases:
      - { form: span engineering, lang: en }
  - code: BR.SUSPENSION
    uuid: 00000000-0000-4000-8000-000000000012
    kind: skill
    label: { vi: Cầu treo dây võng, en: Suspension spans }
    definition:
      vi: 'Tính lực căng và võng của dây chủ dưới gió.'
      en: 'Computes tension and sag of main cables under wind.'
    parent: BR.DESIGN
    aliases: []
`,
  'tools/bridges.yaml': `area: BR
tools:
  - code: BR.SPANCALC
    uuid: 00000000-0000-4000-8000-000000000013
    label: { vi: SpanCalc, en: SpanCalc }
    definition: { vi: 'Dùng SpanCalc để dựng mô hình nhịp và kiểm tra ứng suất.', en: 'Builds span models with SpanCalc and checks their stresses.' }
    of: [BR.DESIGN]
    aliases:
      - { form: span calc pro, lang: en }
`,
  'roles/works.yaml': `group: { code: ROLES.WORKS, uuid: 00000000-0000-4000-8000-000000000020, label: { vi: Công trình, en: Works } }
asOf: 2026-11-22
roles:
  - code: ROLE.BRIDGE-ENGINEER
    uuid: 00000000-0000-4000-8000-000000000021
    kind: role-profile
    label: { vi: Kỹ sư cầu, en: Bridge engineer }
    definition: { vi: 'Đưa một cây cầu từ ý tưởng đến ngày thông xe.', en: 'Takes a crossing from idea to opening day.' }
    titles: { vi: [Kỹ sư nhịp], en: [Span engineer] }
    isco: ['2142']
    qualification: { eqf: [6, 7] }
    requirements:
      - { competency: BR.DESIGN, need: essential, level: 4, weight: 1, source: expert }
      - { competency: BR.SUSPENSION, need: desirable, level: 3, source: advertisements, from: fictional, share: 0.4, n: 10, asOf: 2026-10-31, also: [{ source: onet, from: '17-2051.00' }] }
`,
  'certificates/board.yaml': `issuer: { code: BOARD, name: Board of Bridges, url: 'https://bridges.example' }
asOf: 2026-11-22
certificates:
  - code: BB-1
    uuid: 00000000-0000-4000-8000-000000000030
    name: Bridge Builder
    level: { word: associate }
    validityMonths: 36
    source: 'https://bridges.example/bb-1'
    competencies: [ { competency: BR.DESIGN, level: [3, 4], status: accepted } ]
    domains:
      - { name: Loads, weight: 60, competencies: [ BR.DESIGN ] }
      - { name: Cables, weight: 40, competencies: [ BR.SUSPENSION ] }
`,
  'crosswalks/elsewhere.tsv': `code\trelation\ttarget\tconfidence\tsource\tnote
BR.DESIGN\tbroader\thttps://elsewhere.example/1\t0.9\teditor\t
`,
};

/** The files with some of their text exchanged: [file, from, to]; `from` must be there. */
export function filesWith(...changes: [string, string, string][]): ReferenceFile[] {
  const files = { ...SMALL_REFERENCE };
  for (const [name, from, to] of changes) {
    if (!files[name]!.includes(from)) throw new Error(`${name} does not hold '${from}'`);
    files[name] = files[name]!.replace(from, () => to);
  }
  return Object.entries(files)
    .map(([name, text]) => ({ name, text }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
