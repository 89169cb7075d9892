import type { NewMember } from '@nhip/server/organisations/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { send } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { MemberFields } from './member-fields.tsx';
import { memberMessages } from './member-messages.ts';
import { forgetOrganisations, units } from './organisations-api.ts';
import styles from './organisations.module.css';

const Made = z.object({ personId: z.number().int() });

/** Somebody whom the organisation keeps in its list before they can sign in. */
export function NewMemberForm(props: { organisationId: number; onClose: () => void }) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const unitList = useQuery(units(props.organisationId)).data ?? [];
  const add = async (values: Values) => {
    const body: NewMember = { ...memberValues(values), language };
    await send(Made, 'POST', `/api/organisations/${props.organisationId}/members`, body);
    await forgetOrganisations(queries);
    props.onClose();
  };
  return (
    <section className={styles.panel} aria-labelledby="new-member">
      <h2 id="new-member">{t('add.title')}</h2>
      <p className="muted">{t('add.why')}</p>
      <Form
        label={t('add.title')}
        check={({ fullName }) => ({
          fullName: (fullName?.trim().length ?? 0) >= 2 ? undefined : t('add.missing'),
        })}
        fieldOf={memberFieldOf}
        send={add}
      >
        <MemberFields units={unitList} />
        <div className={styles.actions}>
          <SubmitButton>{t('add.go')}</SubmitButton>
          <ActionButton quiet onClick={props.onClose}>
            {t('cancel')}
          </ActionButton>
        </div>
      </Form>
    </section>
  );
}

/** Which field a refusal is about. */
export const memberFieldOf = {
  'person-code-taken': 'personCode',
  'email-invalid': 'email',
  'email-look-alike': 'email',
  'member-already': 'email',
  'unit-unknown': 'unitId',
};

/** The fields as the server takes them; an empty one says nothing. */
export function memberValues(values: Values) {
  const text = (name: string) => values[name]?.trim() || null;
  return {
    fullName: values.fullName?.trim() ?? '',
    personCode: text('personCode'),
    email: text('email'),
    phone: text('phone'),
    positionTitle: text('positionTitle'),
    unitId: values.unitId ? Number(values.unitId) : null,
    startOn: text('startOn'),
  };
}
