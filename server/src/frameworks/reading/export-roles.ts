import { writeCsv, writeXlsx, type Cell, type Sheet } from '#src/files/spreadsheet.ts';
import type { Language } from '#src/languages/contract.ts';
import { fill } from '#src/languages/fill.ts';
import type { RoleDetail, Words } from './contract.ts';

const WORDS = {
  vi: {
    sheet: 'So sánh vai trò',
    demonstration: 'DỮ LIỆU MINH HỌA – các tổ chức và tin tuyển dụng đều hư cấu',
    about:
      'Từ “{from}” ({fromCode}) sang “{to}” ({toCode}): những gì hai vai trò cần, theo mức của thang.',
    source: 'Nguồn: {sources}.',
    version: '{code}, phiên bản {version}',
    code: 'Mã năng lực',
    competency: 'Năng lực',
    who: 'Ai cần',
    both: 'cả hai',
    need: '{role}: yêu cầu',
    level: '{role}: mức',
    step: 'Chênh lệch (mức)',
    essential: 'thiết yếu',
    desirable: 'nên có',
  },
  en: {
    sheet: 'Roles compared',
    demonstration: 'DEMONSTRATION DATA – organisations and advertisements are made up',
    about:
      'From “{from}” ({fromCode}) to “{to}” ({toCode}): what both ask for, in levels of the scale.',
    source: 'Source: {sources}.',
    version: '{code}, version {version}',
    code: 'Code',
    competency: 'Competency',
    who: 'Asked for by',
    both: 'both',
    need: '{role}: need',
    level: '{role}: level',
    step: 'Difference (levels)',
    essential: 'essential',
    desirable: 'desirable',
  },
} as const;

export interface RolesExport {
  from: RoleDetail;
  to: RoleDetail;
  language: Language;
  kind: 'demo' | 'main';
}

export const rolesXlsx = (what: RolesExport): Promise<Buffer> => writeXlsx([sheetOf(what)]);

export const rolesCsv = (what: RolesExport): string => writeCsv(sheetOf(what));

/** What both ask for first, then what only the first does, then only the second. */
function sheetOf({ from, to, language, kind }: RolesExport): Sheet {
  const say = WORDS[language];
  const name = (words: Words, code: string) =>
    words[language] ?? words[language === 'vi' ? 'en' : 'vi'] ?? Object.values(words)[0] ?? code;
  const names = { from: name(from.label, from.code), to: name(to.label, to.code) };
  const ofFrom = new Map(from.requirements.map((one) => [one.item.id, one]));
  const ofTo = new Map(to.requirements.map((one) => [one.item.id, one]));
  const order = [
    ...to.requirements.filter(({ item }) => ofFrom.has(item.id)),
    ...from.requirements.filter(({ item }) => !ofTo.has(item.id)),
    ...to.requirements.filter(({ item }) => !ofFrom.has(item.id)),
  ];
  const rows = order.map(({ item }): Cell[] => {
    const [a, b] = [ofFrom.get(item.id), ofTo.get(item.id)];
    const comparable = a?.level && b?.level && a.level.scale === b.level.scale;
    return [
      ...[item.code, name(item.label, item.code)],
      a && b ? say.both : a ? names.from : names.to,
      ...[a ? say[a.necessity] : null, a?.level?.level ?? null],
      ...[b ? say[b.necessity] : null, b?.level?.level ?? null],
      comparable ? b.level!.level - a.level!.level : null,
    ];
  });
  const sources = [from, to].map(({ framework: { code, version } }) =>
    fill(say.version, { code, version }),
  );
  return {
    name: say.sheet,
    preface: [
      ...(kind === 'demo' ? [say.demonstration] : []),
      fill(say.about, { ...names, fromCode: from.code, toCode: to.code }),
      fill(say.source, { sources: [...new Set(sources)].join('; ') }),
    ],
    columns: [
      { title: say.code, width: 20 },
      { title: say.competency, width: 40 },
      { title: say.who, width: 26 },
      { title: fill(say.need, { role: names.from }), width: 20 },
      { title: fill(say.level, { role: names.from }), width: 14 },
      { title: fill(say.need, { role: names.to }), width: 20 },
      { title: fill(say.level, { role: names.to }), width: 14 },
      { title: say.step, width: 14 },
    ],
    rows,
  };
}
