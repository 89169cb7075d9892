import { sql } from 'kysely';
import { dateOf } from '../dates.ts';
import type { Doors } from '../doors.ts';
import { dataOf, type Holding } from '../holding.ts';
import { valueWords } from '../value-words.ts';

interface Row {
  personId: number;
  id: string;
  name: string;
  email: string;
  verified: boolean;
  secondFactor: boolean;
  createdAt: Date;
  methods: string[];
  passkeys: string[];
  sessions: string[];
}

/** How the person signs in. Secrets themselves are held as hashes and shown to nobody. */
export function accountHolding(doors: Pick<Doors, 'deleteAccount'>): Holding {
  return {
    code: 'account',
    fate: 'erased',
    async list(trx, personIds) {
      const { rows } = await sql<Row>`
        select a.person_id as "personId", a.id, a.name, a.email, a.email_verified as verified,
               a.two_factor_enabled as "secondFactor", a.created_at as "createdAt",
               array(select c.provider_id from account_credential c where c.holder_account_id = a.id order by 1) as methods,
               array(select coalesce(p.name, p.device_type) from account_passkey p
                      where p.account_id = a.id order by 1) as passkeys,
               array(select concat_ws(' · ', to_char(s.created_at, 'YYYY-MM-DD'), s.ip_address, s.user_agent)
                       from sign_in_session s where s.account_id = a.id order by s.created_at) as sessions
          from account a where a.person_id = any (${[...personIds]}::int8[]) order by a.created_at`.execute(
        trx,
      );
      return rows.map((row) => ({
        personId: row.personId,
        id: row.id,
        organisationId: null,
        since: dateOf(row.createdAt),
        endedOn: null,
        data: [
          ...dataOf({
            name: row.name,
            email: row.email,
            'email-verified': valueWords[row.verified ? 'yes' : 'no'],
            'second-factor': valueWords[row.secondFactor ? 'yes' : 'no'],
          }),
          ...row.methods.map((method) => ({
            label: 'sign-in-method' as const,
            value: method === 'credential' ? valueWords.password : method,
          })),
          ...row.passkeys.map((value) => ({ label: 'passkey' as const, value })),
          ...row.sessions.map((value) => ({ label: 'session' as const, value })),
        ],
      }));
    },
    async erase(trx, _actor, items) {
      for (const { id } of items) await doors.deleteAccount(trx, id);
    },
  };
}
