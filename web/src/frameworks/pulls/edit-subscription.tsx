import type { Subscription } from '@nhip/server/standards/case/pulls/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { faultsOf, FollowFields, wantedOf } from './follow-fields.tsx';
import { pullMessages } from './messages.ts';
import { change, subscriptions } from './pulls-api.ts';
import styles from './pulls.module.css';

/** The schedule, who applies, and the credentials; the address stays what it is. */
export function EditSubscription(props: {
  subscription: Subscription;
  name: string;
  onDone: (words?: string) => void;
}) {
  const t = useMessages(pullMessages);
  const client = useQueryClient();
  const { subscription: one } = props;
  return (
    <Form
      label={t('do.editOf', { name: props.name })}
      check={(values) => faultsOf(values, t, one)}
      send={async (values) => {
        await change(one.id, { ...wantedOf(values, one), enabled: one.enabled });
        await client.invalidateQueries({ queryKey: subscriptions.queryKey });
        props.onDone(t('done.saved'));
      }}
    >
      <FollowFields standing={one} />
      <div className={styles.line}>
        <SubmitButton>{t('do.save')}</SubmitButton>
        <ActionButton quiet onClick={() => props.onDone()}>
          {t('do.cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}
