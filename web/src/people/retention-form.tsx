import type { NewRetentionRule } from '@nhip/server/people/contract.ts';
import type { GrantedRole as Role } from '@nhip/server/actors/contract.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { today } from './days.ts';
import styles from './inner-form.module.css';
import { retentionMessages } from './retention-messages.ts';
import { RETAINED, useHoldingName } from './use-holding-name.ts';

/** A rule with its ground and source; only the secretariat makes one for every organisation. */
export function RetentionForm(props: {
  roles: Role[];
  onAdd: (rule: NewRetentionRule) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useMessages(retentionMessages);
  const holdingName = useHoldingName();
  const whose = [
    ...(props.roles.includes('secretariat')
      ? [{ value: 'all', label: t('retention.forEvery') }]
      : []),
    ...(props.roles.includes('administrator')
      ? [{ value: 'own', label: t('retention.forOwn') }]
      : []),
  ];
  const check = (values: Values) => ({
    months: isMonths(values.months) ? undefined : t('retention.fault.months'),
    basis: (values.basis?.trim().length ?? 0) >= 3 ? undefined : t('retention.fault.basis'),
    source: (values.source?.trim().length ?? 0) >= 3 ? undefined : t('retention.fault.source'),
    validFrom: values.validFrom ? undefined : t('retention.fault.day'),
  });
  return (
    <Form
      label={t('retention.addTitle')}
      check={check}
      send={(values) => props.onAdd(ruleOf(values))}
    >
      <h2>{t('retention.addTitle')}</h2>
      <FormSelect
        name="holding"
        label={t('retention.holding')}
        options={RETAINED.map((value) => ({ value, label: holdingName(value) }))}
      />
      <FormText
        name="months"
        label={t('retention.monthsField')}
        inputMode="numeric"
        maxLength={4}
        required
      />
      <FormSelect
        name="kind"
        label={t('retention.kind')}
        options={(['obligatory', 'limit'] as const).map((value) => ({
          value,
          label: `${t(`retention.${value}`)}: ${t(`retention.${value}Meaning`)}`,
        }))}
      />
      <FormSelect name="whose" label={t('retention.whose')} options={whose} />
      <FormText
        name="basis"
        label={t('retention.basis')}
        hint={t('retention.basisHint')}
        maxLength={500}
        required
      />
      <FormText
        name="source"
        label={t('retention.source')}
        hint={t('retention.sourceHint')}
        maxLength={500}
        required
      />
      <FormText
        name="validFrom"
        type="date"
        label={t('retention.validFrom')}
        initial={today()}
        required
      />
      <div className={styles.foot}>
        <SubmitButton>{t('retention.add')}</SubmitButton>
        <ActionButton quiet onClick={props.onCancel}>
          {t('retention.cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}

function isMonths(text: string | undefined): boolean {
  return text !== undefined && /^\d{1,4}$/.test(text.trim()) && Number(text) <= 1200;
}

function ruleOf(values: Values): NewRetentionRule {
  return {
    forEveryOrganisation: values.whose === 'all',
    holding: RETAINED.find((one) => one === values.holding) ?? 'affiliation',
    months: Number(values.months),
    obligatory: values.kind === 'obligatory',
    basis: values.basis!.trim(),
    source: values.source!.trim(),
    validFrom: values.validFrom!,
  };
}
