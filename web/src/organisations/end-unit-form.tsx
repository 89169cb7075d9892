import type { Unit } from '@nhip/server/organisations/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormSelect } from '../ui/form/text-field.tsx';
import { organisationMessages } from './messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { unitOptions } from './unit-form.tsx';

export function EndUnitForm(props: {
  organisationId: number;
  unit: Unit;
  all: Unit[];
  onClose: () => void;
}) {
  const t = useMessages(organisationMessages);
  const queries = useQueryClient();
  const { unit } = props;
  const title = t('units.endOf', { name: unit.name });
  return (
    <div className={styles.panel}>
      <Form
        label={title}
        fieldOf={{ 'unit-has-people': 'movePeopleTo' }}
        send={async ({ movePeopleTo }) => {
          const address = `/api/organisations/${props.organisationId}/units/${unit.id}/end`;
          const body = { movePeopleTo: movePeopleTo ? Number(movePeopleTo) : null };
          await send(z.object({ id: z.number().int() }), 'POST', address, body);
          await forgetOrganisations(queries);
          props.onClose();
        }}
      >
        <h3>{title}</h3>
        <p>{t('units.endWhy')}</p>
        <div className={styles.fields}>
          <FormSelect
            name="movePeopleTo"
            label={t('units.moveTo')}
            options={unitOptions(props.all, unit.id, t('units.top'))}
          />
        </div>
        <div className={styles.actions}>
          <SubmitButton>{t('units.endGo')}</SubmitButton>
          <ActionButton quiet onClick={props.onClose}>
            {t('cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
