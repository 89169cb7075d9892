import type { RemoteDocuments } from '@nhip/server/standards/case/pulls/contract.ts';
import { useState } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { isAddress } from './follow-fields.tsx';
import { pullMessages } from './messages.ts';
import { documentsOf } from './pulls-api.ts';
import styles from './pulls.module.css';

/** For whoever knows the server but not the address of the framework. */
export function BrowseServer({ onChoose }: { onChoose: (url: string) => void }) {
  const t = useMessages(pullMessages);
  const [found, setFound] = useState<RemoteDocuments & { host: string }>();
  return (
    <section className={styles.part} aria-labelledby="browse">
      <h2 id="browse">{t('browse.title')}</h2>
      <div className={styles.panel}>
        <Form
          label={t('browse.title')}
          fieldOf={{ 'remote-address-refused': 'address' }}
          check={({ address }) => ({
            address: isAddress(address) ? undefined : t('follow.urlFault'),
          })}
          send={async ({ address = '' }) => {
            setFound(undefined);
            const list = await documentsOf(address.trim());
            setFound({ ...list, host: new URL(address.trim()).host });
          }}
        >
          <FormText
            name="address"
            type="url"
            label={t('browse.address')}
            hint={t('browse.hint')}
            maxLength={2000}
            required
          />
          <div>
            <SubmitButton>{t('browse.go')}</SubmitButton>
          </div>
        </Form>
        {found && <Found found={found} onChoose={onChoose} />}
      </div>
    </section>
  );
}

function Found(props: {
  found: RemoteDocuments & { host: string };
  onChoose: (url: string) => void;
}) {
  const t = useMessages(pullMessages);
  const { documents, complete, host } = props.found;
  if (documents.length === 0) return <p role="status">{t('browse.none')}</p>;
  return (
    <>
      <p role="status">
        {t('browse.found', { host, count: documents.length })}
        {!complete && ` ${t('browse.incomplete')}`}
      </p>
      <ul className={styles.found}>
        {documents.map(({ identifier, title, creator, version, packageUrl }) => {
          const name = title || t('browse.untitled');
          return (
            <li key={identifier}>
              <span>
                <strong>{name}</strong>{' '}
                <span className="muted small">
                  {[creator, version && t('browse.version', { version })]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <ActionButton
                compact
                aria-label={t('browse.chooseOf', { title: name })}
                onClick={() => props.onChoose(packageUrl)}
              >
                {t('browse.choose')}
              </ActionButton>
            </li>
          );
        })}
      </ul>
    </>
  );
}
