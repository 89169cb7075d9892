import type {
  AffiliationRow,
  MemberDetail,
  OrganisationDetail,
} from '@nhip/server/organisations/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { MemberFields } from './member-fields.tsx';
import { memberMessages } from './member-messages.ts';
import { memberFieldOf, memberValues } from './new-member-form.tsx';
import { forgetOrganisations, units } from './organisations-api.ts';
import styles from './organisations.module.css';
import { today } from './today.ts';

const Made = z.object({ personId: z.number().int() });

export function MemberAffiliations(props: {
  detail: MemberDetail;
  organisation: OrganisationDetail;
}) {
  const t = useMessages(memberMessages);
  const { detail, organisation } = props;
  return (
    <section>
      <h2>{t('detail.affiliation')}</h2>
      {detail.affiliations.map((affiliation) => (
        <OneAffiliation
          key={affiliation.id}
          affiliation={affiliation}
          personId={detail.personId}
          organisation={organisation}
        />
      ))}
    </section>
  );
}

interface One {
  affiliation: AffiliationRow;
  personId: number;
  organisation: OrganisationDetail;
}

function OneAffiliation({ affiliation, personId, organisation }: One) {
  const t = useMessages(memberMessages);
  const language = useLanguage();
  const session = useSession();
  const [act, setAct] = useState<'edit' | 'end'>();
  const { startOn, endOn } = affiliation;
  const own = session?.organisation?.id === organisation.id;
  const mayEdit = own && session.roles.some((role) => role === 'administrator' || role === 'hr');
  const period = [
    startOn && t('detail.since', { date: formatDate(startOn, language) }),
    endOn && t('detail.until', { date: formatDate(endOn, language) }),
  ].filter(Boolean);
  const words = [
    affiliation.positionTitle,
    affiliation.unit?.name,
    affiliation.personCode,
    affiliation.email,
    affiliation.phone,
    period.join(' '),
  ].filter(Boolean);
  const close = () => setAct(undefined);
  const address = `/api/organisations/${organisation.id}/members/${personId}/affiliations/${affiliation.id}`;
  if (act === 'edit')
    return <EditForm {...{ affiliation, organisation, address }} onClose={close} />;
  if (act === 'end') return <EndForm address={address} onClose={close} />;
  return (
    <div className={styles.lines}>
      <p>
        <strong>{affiliation.fullName}</strong>
        <br />
        {words.join(' · ')}
      </p>
      {endOn === null && (
        <div className={styles.actions}>
          {mayEdit && (
            <ActionButton compact onClick={() => setAct('edit')}>
              {t('detail.edit')}
            </ActionButton>
          )}
          {organisation.may.appointAdministrators && (
            <ActionButton compact onClick={() => setAct('end')}>
              {t('detail.end')}
            </ActionButton>
          )}
        </div>
      )}
    </div>
  );
}

function EditForm(props: {
  affiliation: AffiliationRow;
  organisation: OrganisationDetail;
  address: string;
  onClose: () => void;
}) {
  const t = useMessages(memberMessages);
  const queries = useQueryClient();
  const unitList = useQuery(units(props.organisation.id)).data ?? [];
  return (
    <Form
      label={t('detail.edit')}
      check={({ fullName }) => ({
        fullName: (fullName?.trim().length ?? 0) >= 2 ? undefined : t('add.missing'),
      })}
      fieldOf={memberFieldOf}
      send={async (values) => {
        await send(Made, 'PUT', props.address, memberValues(values));
        await forgetOrganisations(queries);
        props.onClose();
      }}
    >
      <MemberFields units={unitList} before={props.affiliation} />
      <div className={styles.actions}>
        <SubmitButton>{t('save')}</SubmitButton>
        <ActionButton quiet onClick={props.onClose}>
          {t('cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}

function EndForm(props: { address: string; onClose: () => void }) {
  const t = useMessages(memberMessages);
  const queries = useQueryClient();
  return (
    <Form
      label={t('detail.end')}
      check={({ endOn }) => ({ endOn: endOn ? undefined : t('detail.missingDate') })}
      fieldOf={{ 'ends-in-the-future': 'endOn' }}
      send={async ({ endOn }) => {
        await send(Made, 'POST', `${props.address}/end`, { endOn });
        await forgetOrganisations(queries);
        props.onClose();
      }}
    >
      <p>{t('detail.endWhy')}</p>
      <FormText name="endOn" type="date" label={t('detail.endOn')} initial={today()} />
      <div className={styles.actions}>
        <SubmitButton>{t('detail.endGo')}</SubmitButton>
        <ActionButton quiet onClick={props.onClose}>
          {t('cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}
