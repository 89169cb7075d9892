import type { Letter } from '#src/mail/send-letter.ts';
import { fill } from '#src/languages/fill.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { LocalText } from '#src/languages/contract.ts';
import { INVITATION_WORDS } from './invitation-words.ts';
import { invitationLink } from './invitation-token.ts';
import type { GrantedRole } from './role-rules.ts';
import { ROLE_NAMES } from '#src/actors/role-names/contract.ts';

/** The letter to somebody who is invited, in their language. */
export function invitationLetter(
  origin: URL,
  organisation: LocalText,
  invited: {
    email: string;
    fullName: string | null;
    roles: readonly GrantedRole[];
    language: 'vi' | 'en';
    expiresAt: Date;
    token: string;
  },
): Letter {
  const { language } = invited;
  const say = INVITATION_WORDS[language];
  const day = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  const values = {
    name: invited.fullName ?? '',
    organisation: inLanguage(organisation, language),
    roles: invited.roles.map((role) => ROLE_NAMES[role][language]).join(', ') || say.member,
    date: day.format(invited.expiresAt),
    link: invitationLink(origin, invited.token),
  };
  const greeting = invited.fullName === null ? say.greeting : say.greetingByName;
  return {
    to: invited.email,
    subject: fill(say.subject, values),
    body: fill(`${greeting}\n\n${say.body}`, values),
    language,
  };
}
