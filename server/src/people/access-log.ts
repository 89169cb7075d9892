import { sql } from 'kysely';
import type { ScopedTransaction } from '#src/db/scope.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { OrganisationRef } from '#src/organisations/contract.ts';
import type { GrantedRole } from '#src/actors/contract.ts';
import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';
import type { AccessLog } from './contract.ts';
import { dateOf, shownDate } from './dates.ts';
import { accessSentence, lookWords } from './look-words.ts';
import { organisationRefs } from './organisation-names.ts';
import { purposeWords } from './purpose-words.ts';
import type { Purpose } from './purposes.ts';

interface Row {
  at: Date;
  organisationId: number;
  roles: string[];
  purpose: string;
  what: string;
}

/** Who looked at the person's data, the latest first, each in one sentence. */
export async function readAccessLog(
  trx: ScopedTransaction,
  personIds: readonly number[],
  { page, size }: { page: number; size: number },
): Promise<AccessLog> {
  const ids = [...personIds];
  const { rows } = await sql<Row>`
    select at, organisation_id as "organisationId", roles, purpose, what from person_access
     where person_id = any (${ids}::int8[])
     order by at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(trx);
  const counted = await sql<{ total: number }>`
    select count(*)::int as total from person_access where person_id = any (${ids}::int8[])`.execute(
    trx,
  );
  const refs = await organisationRefs(
    trx,
    rows.map(({ organisationId }) => organisationId),
  );
  return {
    total: counted.rows[0]!.total,
    page,
    size,
    items: rows.map((row) => present(row, refs.get(row.organisationId)!)),
  };
}

function present(row: Row, organisation: OrganisationRef): AccessLog['items'][number] {
  const { at, roles, purpose, what } = row;
  const said = (language: 'vi' | 'en') =>
    fill(accessSentence[language], {
      date: shownDate(dateOf(at), language),
      who: rolesInWords(roles, language),
      organisation: inLanguage(organisation.name, language),
      what: lookWords[what]?.[language] ?? what,
      purpose: purposeWords[purpose as Purpose]?.[language] ?? purpose,
    });
  return {
    at: at.toISOString(),
    organisation,
    roles,
    purpose,
    what,
    sentence: { vi: said('vi'), en: said('en') },
  };
}

function rolesInWords(roles: readonly string[], language: 'vi' | 'en'): string {
  if (roles.length === 0) return accessSentence.somebody[language];
  return roles.map((role) => roleInSentence(role, language)).join(', ');
}

/** 'Giảng viên' → 'giảng viên', but 'HR' as it stands. */
function roleInSentence(role: string, language: 'vi' | 'en'): string {
  if (role === 'system') return accessSentence.system[language];
  const name = ROLE_NAMES[role as GrantedRole]?.[language] ?? role;
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name;
}
