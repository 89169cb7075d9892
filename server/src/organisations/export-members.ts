import { record } from '#src/audit/record.ts';
import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Sheet } from '#src/files/spreadsheet.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import { recordAccess } from '#src/people/record-access.ts';
import type { Actor } from '#src/actors/actor.ts';
import type { MemberFilter, MemberRow } from './contract.ts';
import { MEMBER_EXPORT_WORDS, MEMBER_STATUS_WORDS } from './member-export-words.ts';
import { getOrganisationRef } from './organisations.ts';
import { findMembers } from './read-members.ts';
import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';

type Language = 'vi' | 'en';

/** The members as a table whose columns a roster import reads again; everybody in it can see that it was made. */
export async function exportMembers(
  trx: ScopedTransaction,
  actor: Actor,
  organisationId: number,
  filter: MemberFilter,
  { language, kind }: { language: Language; kind: 'demo' | 'main' },
): Promise<Sheet> {
  const members = await findMembers(trx, actor, organisationId, filter);
  const { name } = await getOrganisationRef(trx, organisationId);
  await recordAccess(trx, actor, {
    personIds: members.map(({ personId }) => personId),
    purpose: 'member-administration',
    what: 'member-export',
  });
  await record(trx, actor, {
    action: 'members-exported',
    subjectKind: 'organisation',
    subjectId: organisationId,
    organisationId,
    detail: { members: members.length },
  });
  const say = MEMBER_EXPORT_WORDS[language];
  const about = fill(say.preface, {
    organisation: inLanguage(name, language),
    count: members.length,
    date: new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(new Date()),
  });
  return {
    name: say.sheet,
    preface: [...(kind === 'demo' ? [say.demonstration] : []), about, say.notice],
    columns: [
      { title: say.fullName, width: 32 },
      { title: say.email, width: 32 },
      { title: say.code, width: 14 },
      { title: say.unit, width: 32 },
      { title: say.position, width: 28 },
      { title: say.roles, width: 36 },
      { title: say.status, width: 18 },
      { title: say.start, width: 12 },
      { title: say.end, width: 12 },
    ],
    rows: members.map((member) => cells(member, language)),
  };
}

function cells(member: MemberRow, language: Language): (string | null)[] {
  return [
    member.fullName,
    member.email,
    member.personCode,
    member.unit?.name ?? null,
    member.positionTitle,
    member.roles.map((role) => ROLE_NAMES[role][language]).join('; '),
    MEMBER_STATUS_WORDS[member.status][language],
    member.startOn,
    member.endOn,
  ];
}
