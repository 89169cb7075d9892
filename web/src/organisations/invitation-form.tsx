import {
  InvitationSent,
  type NewInvitation,
  type OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { send } from '../api.ts';
import { useLanguage, useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { useSession } from '../sign-in/session.ts';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormSelect, FormText, FormTicks } from '../ui/form/text-field.tsx';
import { grantableRoles } from './grantable-roles.ts';
import { memberMessages } from './member-messages.ts';
import { memberFieldOf } from './new-member-form.tsx';
import { forgetOrganisations, units } from './organisations-api.ts';
import styles from './organisations.module.css';
import { unitOptions } from './unit-form.tsx';

export function InvitationForm(props: {
  organisation: OrganisationDetail;
  onSent: (sent: InvitationSent) => void;
}) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  const words = useMessages(roleWords);
  const queries = useQueryClient();
  const session = useSession();
  const { organisation } = props;
  const roles = grantableRoles(organisation, session?.roles ?? []);
  const unitList = useQuery({ ...units(organisation.id), enabled: organisation.may.manageMembers });
  const onlyOne = roles.length === 1;
  const invite = async (values: Values) => {
    const body: NewInvitation = {
      email: values.email?.trim() ?? '',
      fullName: values.fullName?.trim() || null,
      roles: onlyOne ? roles : (values.roles?.split(' ').filter(Boolean) as typeof roles),
      unitId: values.unitId ? Number(values.unitId) : null,
      language: values.language === 'en' ? 'en' : 'vi',
    };
    const address = `/api/organisations/${organisation.id}/invitations`;
    props.onSent(await send(InvitationSent, 'POST', address, body));
    await forgetOrganisations(queries);
  };
  return (
    <section className={styles.panel} aria-labelledby="invite">
      <h2 id="invite">{t('invitations.title')}</h2>
      <p className="muted">{t(onlyOne ? 'invitations.whySecretariat' : 'invitations.why')}</p>
      <Form
        label={t('invitations.title')}
        check={(values) => ({
          email: values.email?.trim() ? undefined : t('invitations.missing'),
          roles: onlyOne || values.roles ? undefined : t('invitations.missingRole'),
        })}
        fieldOf={memberFieldOf}
        send={invite}
      >
        <div className={styles.fields}>
          <FormText name="email" type="email" label={t('invitations.email')} required />
          <FormText name="fullName" label={t('invitations.fullName')} maxLength={200} />
          {unitList.data && unitList.data.length > 0 && (
            <FormSelect
              name="unitId"
              label={t('unit')}
              options={unitOptions(unitList.data, undefined, t('add.noUnit'))}
            />
          )}
          <FormSelect
            name="language"
            label={t('invitations.language')}
            initial={language}
            options={[
              { value: 'vi', label: 'Tiếng Việt' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        {!onlyOne && (
          <FormTicks
            name="roles"
            label={t('invitations.roles')}
            options={roles.map((role) => ({
              value: role,
              label: words(`name.${role}`),
              meaning: words(`does.${role}`),
            }))}
          />
        )}
        <SubmitButton>{t('invitations.go')}</SubmitButton>
      </Form>
    </section>
  );
}
