import type { RetentionRuleView } from '@nhip/server/people/contract.ts';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { today } from './days.ts';
import styles from './inner-form.module.css';
import { retentionMessages } from './retention-messages.ts';

/** The last day of a rule. */
export function EndRuleForm(props: {
  rule: RetentionRuleView;
  onEnd: (on: string) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useMessages(retentionMessages);
  const f = useFigures();
  const { basis, validFrom } = props.rule;
  const check = ({ on = '' }) => {
    if (on === '') return { on: t('retention.fault.day') };
    if (on < validFrom) return { on: t('retention.fault.early', { date: f.date(validFrom) }) };
    return {};
  };
  return (
    <div className={styles.inner}>
      <Form
        label={t('retention.endOf', { basis })}
        check={check}
        send={({ on }) => props.onEnd(on!)}
      >
        <FormText
          name="on"
          type="date"
          label={t('retention.endOn')}
          initial={today() > validFrom ? today() : validFrom}
          autoFocus
        />
        <div className={styles.foot}>
          <SubmitButton>{t('retention.endNow')}</SubmitButton>
          <ActionButton quiet onClick={props.onCancel}>
            {t('retention.cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
