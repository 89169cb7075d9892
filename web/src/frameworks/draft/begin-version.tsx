import { useNavigate } from '@tanstack/react-router';
import { send } from '../../api.ts';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { Done, draftAddress } from './draft-api.ts';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';

/** A new version that begins with what is published. */
export function BeginVersion(props: { code: string; title: string; onClose: () => void }) {
  const t = useMessages(draftMessages);
  const navigate = useNavigate();
  const { code } = props;
  return (
    <Form
      label={t('drafts.beginTitle', { title: props.title })}
      fieldOf={{ 'framework-version-taken': 'version' }}
      check={({ version }) => ({
        version: version?.trim() ? undefined : t('drafts.versionMissing'),
      })}
      send={async ({ version, reason }) => {
        await send(Done, 'POST', draftAddress(code), { version, reason });
        await navigate({ to: '/frameworks/$code/draft', params: { code } });
      }}
    >
      <FormText name="version" label={t('drafts.version')} required maxLength={60} autoFocus />
      <FormText name="reason" label={t('drafts.reason')} maxLength={2000} />
      <div className={styles.inline}>
        <SubmitButton>{t('drafts.begin')}</SubmitButton>
        <ActionButton quiet onClick={props.onClose}>
          {t('drafts.cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}
