import { createHash } from 'node:crypto';
import { emailAddress } from '#src/accounts/email-address.ts';
import { ORGANISATION_ROLES } from '#src/actors/actor.ts';
import { Problem } from '#src/errors.ts';
import type { ParsedRow, RowFinding } from '#src/imports/importer.ts';
import { cleanText } from '#src/imports/written-text.ts';
import { plain } from '#src/languages/plain.ts';
import { isPlatformRole, type GrantedRole } from '../role-rules.ts';
import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';
import { COLUMNS, type Column } from './columns.ts';
import { readDay } from '#src/languages/read-day.ts';
import type { Line } from './read-roster.ts';
import { findUnit, type NamedUnit } from './find-unit.ts';

/** What a row of a roster says; null: nothing, and what stands is left as it is. */
export interface RosterRow {
  fullName: string;
  email: string | null;
  personCode: string | null;
  phone: string | null;
  positionTitle: string | null;
  unitId: number | null;
  unitName: string | null;
  roles: GrantedRole[];
  language: 'vi' | 'en' | null;
  startOn: string | null;
}

const LIMITS: Partial<Record<Column, number>> = {
  fullName: 200,
  personCode: 50,
  phone: 30,
  positionTitle: 200,
};

const ROLE_BY_WORD = new Map(
  (Object.keys(ROLE_NAMES) as GrantedRole[]).flatMap((role) =>
    [role, ROLE_NAMES[role].vi, ROLE_NAMES[role].en].map((word) => [plain(word), role] as const),
  ),
);

/** One line as a staged row, with what is wrong or doubtful about each of its cells. */
export function readLine(line: Line, units: readonly NamedUnit[]): ParsedRow {
  const problems: RowFinding[] = line.formulas.map((column) =>
    finding('member-formula', 'error', column),
  );
  const say = (
    code: RowFinding['code'],
    column: Column | null,
    detail: RowFinding['detail'] = {},
    severity: RowFinding['severity'] = 'error',
  ) => problems.push(finding(code, severity, column, detail));
  const text = (column: Column): string | null => {
    const { text: said } = cleanText(line.cells[column] ?? '');
    const folded = said.replace(/\s+/g, ' ').trim();
    const limit = LIMITS[column];
    if (limit !== undefined && folded.length > limit) say('member-text-long', column, { limit });
    return folded === '' ? null : folded;
  };

  const row: RosterRow = {
    fullName: text('fullName') ?? '',
    email: readEmail(text('email'), say),
    personCode: text('personCode'),
    phone: text('phone'),
    positionTitle: text('positionTitle'),
    ...readUnit(text('unit'), units, say),
    roles: readRoles(text('roles'), say),
    language: readLanguage(text('language'), say),
    startOn: readStart(text('startOn'), say),
  };
  const unread = (column: Column) => line.formulas.includes(column);
  if (row.fullName === '' && !unread('fullName')) say('member-name-missing', 'fullName');
  const said = (line.cells.email ?? '').trim() !== '' || unread('email') || unread('personCode');
  if (row.email === null && row.personCode === null && !said) say('member-key-missing', null);
  return {
    rowNumber: line.number,
    key: row.personCode === null ? row.email && `email ${row.email}` : `code ${row.personCode}`,
    contentSha256: createHash('sha256').update(JSON.stringify(row)).digest('hex'),
    payload: row,
    held: false,
    problems,
  };
}

type Say = (
  code: RowFinding['code'],
  column: Column | null,
  detail?: RowFinding['detail'],
  severity?: RowFinding['severity'],
) => unknown;

function readEmail(written: string | null, say: Say): string | null {
  if (written === null) return null;
  try {
    return emailAddress(written);
  } catch (fault) {
    if (!(fault instanceof Problem)) throw fault;
    const code = fault.code === 'email-look-alike' ? 'member-email-look-alike' : 'member-email-bad';
    say(code, 'email', { value: written.slice(0, 60) });
    return null;
  }
}

function readUnit(
  written: string | null,
  units: readonly NamedUnit[],
  say: Say,
): Pick<RosterRow, 'unitId' | 'unitName'> {
  if (written === null) return { unitId: null, unitName: null };
  const found = findUnit(units, written);
  if (found.verdict === 'found') return { unitId: found.unit.id, unitName: found.unit.name };
  const value = written.slice(0, 60);
  if (found.verdict === 'ambiguous') {
    say('member-unit-ambiguous', 'unit', { value, example: found.example });
  } else if (found.near !== undefined) say('member-unit-near', 'unit', { value, near: found.near });
  else say('member-unit-unknown', 'unit', { value });
  return { unitId: null, unitName: written };
}

function readRoles(written: string | null, say: Say): GrantedRole[] {
  const roles = new Set<GrantedRole>();
  for (const word of (written ?? '').split(/[;,|]/).map((one) => one.trim())) {
    if (word === '') continue;
    const role = ROLE_BY_WORD.get(plain(word));
    if (role === undefined) {
      const allowed = ORGANISATION_ROLES.map((one) => ROLE_NAMES[one].vi).join(', ');
      say('member-role-unknown', 'roles', { value: word.slice(0, 40), allowed });
    } else if (isPlatformRole(role)) say('member-role-not-granted', 'roles', { value: word });
    else roles.add(role);
  }
  if (roles.has('administrator')) say('member-becomes-administrator', 'roles', {}, 'warning');
  return [...roles].sort();
}

function readLanguage(written: string | null, say: Say): RosterRow['language'] {
  if (written === null) return null;
  const said = plain(written);
  if (['vi', 'tieng viet', 'vietnamese'].includes(said)) return 'vi';
  if (['en', 'tieng anh', 'english'].includes(said)) return 'en';
  say('member-language-unknown', 'language', { value: written.slice(0, 40) });
  return null;
}

function readStart(written: string | null, say: Say): string | null {
  if (written === null) return null;
  const day = readDay(written);
  if (day === undefined) say('member-date-bad', 'startOn', { value: written.slice(0, 40) });
  return day ?? null;
}

/** Findings name the column as the file's reader knows it. */
function finding(
  code: RowFinding['code'],
  severity: RowFinding['severity'],
  column: Column | null,
  detail: RowFinding['detail'] = {},
): RowFinding {
  return { code, severity, column: column && COLUMNS[column].vi, detail };
}
