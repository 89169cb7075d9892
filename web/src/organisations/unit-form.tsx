import type { Unit, UnitDraft } from '@nhip/server/organisations/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { send } from '../api.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { organisationMessages } from './messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { unitOrder } from './unit-order.ts';

const Made = z.object({ id: z.number().int() });

export function UnitForm(props: {
  organisationId: number;
  before: Unit | undefined;
  all: Unit[];
  onClose: () => void;
}) {
  const t = useMessages(organisationMessages);
  const queries = useQueryClient();
  const { before } = props;
  const title = before ? t('units.changeOf', { name: before.name }) : t('units.add');
  const save = async ({ name = '', nameEn, parentId }: Values) => {
    const draft: UnitDraft = {
      name: name.trim(),
      nameEn: nameEn?.trim() || null,
      parentId: parentId ? Number(parentId) : null,
    };
    const address = `/api/organisations/${props.organisationId}/units`;
    if (before) await send(Made, 'PUT', `${address}/${before.id}`, draft);
    else await send(Made, 'POST', address, draft);
    await forgetOrganisations(queries);
    props.onClose();
  };
  return (
    <div className={styles.panel}>
      <Form
        label={title}
        check={({ name }) => ({ name: name?.trim() ? undefined : t('units.missing') })}
        fieldOf={{
          'unit-name-taken': 'name',
          'unit-under-itself': 'parentId',
          'unit-too-deep': 'parentId',
        }}
        send={save}
      >
        <h3>{title}</h3>
        <div className={styles.fields}>
          <FormText
            name="name"
            label={t('units.name')}
            initial={before?.name}
            maxLength={200}
            required
            autoFocus
          />
          <FormText
            name="nameEn"
            label={t('units.nameEn')}
            initial={before?.nameEn}
            maxLength={200}
          />
          <FormSelect
            name="parentId"
            label={t('units.parent')}
            initial={String(before?.parentId ?? '')}
            options={unitOptions(props.all, before?.id, t('units.top'))}
          />
        </div>
        <div className={styles.actions}>
          <SubmitButton>{t('save')}</SubmitButton>
          <ActionButton quiet onClick={props.onClose}>
            {t('cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}

/** Units to choose from, indented as they stand; `top` is what no unit means. */
export function unitOptions(all: readonly Unit[], except: number | undefined, top: string) {
  return [
    { value: '', label: top },
    ...unitOrder(all)
      .filter(({ unit }) => unit.id !== except && !unit.ended)
      .map(({ unit, depth }) => ({
        value: String(unit.id),
        label: `${'\u2003'.repeat(depth)}${unit.name}`,
      })),
  ];
}
