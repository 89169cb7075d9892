import type { EquatingRow } from '@nhip/server/frameworks/levels/contract.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { endEquating, levelsAddress } from './levels-api.ts';
import styles from './levels.module.css';
import { levelMessages } from './messages.ts';

/** The day on which an equating ends; nothing of it is rewritten. */
export default function EndForm(props: {
  code: string;
  row: EquatingRow;
  what: string;
  onDone: (words?: string) => void;
}) {
  const t = useMessages(levelMessages);
  const client = useQueryClient();
  const now = new Date().toISOString().slice(0, 10);
  return (
    <div className={styles.panel}>
      <h3>{t('equating.endOf', { what: props.what })}</h3>
      <p className="muted small">{t('equating.endHint')}</p>
      <Form
        label={t('equating.endSend')}
        fieldOf={{ 'equating-ended': 'validTo' }}
        check={({ validTo }) => ({ validTo: validTo ? undefined : t('equating.needed') })}
        send={async ({ validTo = '' }) => {
          await endEquating(props.code, props.row.id, validTo);
          await client.invalidateQueries({ queryKey: [levelsAddress(props.code)] });
          props.onDone(t('equating.ended'));
        }}
      >
        <div className={styles.fields}>
          <FormText
            name="validTo"
            type="date"
            label={t('equating.endOn')}
            initial={now < props.row.validFrom ? props.row.validFrom : now}
            required
            autoFocus
          />
        </div>
        <div className={styles.where}>
          <SubmitButton>{t('equating.endSend')}</SubmitButton>
          <ActionButton quiet onClick={() => props.onDone()}>
            {t('equating.cancel')}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
