import type { GrantedRole } from '@nhip/server/actors/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { roleWords } from '../sign-in/role-words.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { memberMessages } from './member-messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { endOfDay } from './today.ts';

const Made = z.object({ grantId: z.number().int() });
const fieldOf = {
  'role-held-already': 'role',
  'role-own': 'role',
  'role-not-yours': 'role',
  'delegation-role-not-held': 'role',
  'delegation-of-delegation': 'role',
  'delegation-to-oneself': 'role',
  'delegation-too-long': 'until',
  'ends-in-the-past': 'until',
};

interface Props {
  address: string;
  roles: readonly GrantedRole[];
  onClose: () => void;
}

export function GrantForm({ address, roles, onClose }: Props) {
  const t = useMessages(memberMessages);
  const queries = useQueryClient();
  return (
    <Form
      label={t('detail.grant')}
      fieldOf={fieldOf}
      send={async ({ role, until = '' }) => {
        await send(Made, 'POST', address, { role, until: endOfDay(until) ?? null });
        await forgetOrganisations(queries);
        onClose();
      }}
    >
      <RoleField roles={roles} />
      <FormText name="until" type="date" label={t('detail.grantUntil')} />
      <Foot go={t('detail.grant')} onClose={onClose} />
    </Form>
  );
}

/** One's own role for somebody else, for a while. */
export function DelegateForm(props: Props & { toPersonId: number }) {
  const t = useMessages(memberMessages);
  const queries = useQueryClient();
  const { address, roles, toPersonId, onClose } = props;
  return (
    <Form
      label={t('detail.delegate')}
      check={({ until }) => ({ until: until ? undefined : t('detail.missingDate') })}
      fieldOf={fieldOf}
      send={async ({ role, until = '' }) => {
        await send(Made, 'POST', address, { role, toPersonId, until: endOfDay(until) });
        await forgetOrganisations(queries);
        onClose();
      }}
    >
      <p className="muted">{t('detail.delegateWhy')}</p>
      <RoleField roles={roles} />
      <FormText name="until" type="date" label={t('detail.delegateUntil')} required />
      <Foot go={t('detail.delegate')} onClose={onClose} />
    </Form>
  );
}

function RoleField({ roles }: Pick<Props, 'roles'>) {
  const t = useMessages(memberMessages);
  const words = useMessages(roleWords);
  return (
    <FormSelect
      name="role"
      label={t('role')}
      options={roles.map((role) => ({ value: role, label: words(`name.${role}`) }))}
    />
  );
}

function Foot({ go, onClose }: { go: string; onClose: () => void }) {
  const t = useMessages(memberMessages);
  return (
    <div className={styles.actions}>
      <SubmitButton>{go}</SubmitButton>
      <ActionButton quiet onClick={onClose}>
        {t('cancel')}
      </ActionButton>
    </div>
  );
}
