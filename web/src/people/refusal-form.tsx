import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { officeMessages } from './office-messages.ts';
import styles from './inner-form.module.css';

/** A refusal owes a reason. */
export function RefusalForm(props: {
  onRefuse: (answer: string) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useMessages(officeMessages);
  return (
    <div className={styles.inner}>
      <Form
        label={t('corrections.answer')}
        check={({ answer }) => ({ answer: answer?.trim() ? undefined : t('corrections.fault') })}
        send={({ answer }) => props.onRefuse(answer!.trim())}
      >
        <FormText
          name="answer"
          label={t('corrections.answer')}
          hint={t('corrections.answerHint')}
          maxLength={1000}
          autoFocus
          required
        />
        <div className={styles.foot}>
          <SubmitButton>{t('corrections.sendRefusal')}</SubmitButton>
          <ActionButton quiet onClick={props.onCancel}>
            {t('corrections.cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
