import type { AffiliationRow, Unit } from '@nhip/server/organisations/contract.ts';
import { useMessages } from '../language.ts';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { memberMessages } from './member-messages.ts';
import styles from './organisations.module.css';
import { unitOptions } from './unit-form.tsx';

/** What an organisation says of one of its people. */
export function MemberFields(props: { units: Unit[]; before?: AffiliationRow }) {
  const t = useMessages(memberMessages);
  const { before } = props;
  return (
    <div className={styles.fields}>
      <FormText
        name="fullName"
        label={t('name')}
        initial={before?.fullName}
        maxLength={200}
        required
      />
      <FormText name="personCode" label={t('code')} initial={before?.personCode} maxLength={50} />
      <FormText
        name="email"
        type="email"
        label={t('email')}
        initial={before?.email}
        maxLength={254}
      />
      <FormText
        name="phone"
        type="tel"
        label={t('add.phone')}
        initial={before?.phone}
        maxLength={30}
      />
      <FormText
        name="positionTitle"
        label={t('position')}
        initial={before?.positionTitle}
        maxLength={200}
      />
      <FormSelect
        key={props.units.length}
        name="unitId"
        label={t('unit')}
        initial={String(before?.unit?.id ?? '')}
        options={unitOptions(props.units, undefined, t('add.noUnit'))}
      />
      <FormText name="startOn" type="date" label={t('add.start')} initial={before?.startOn} />
    </div>
  );
}
