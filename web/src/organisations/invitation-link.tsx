import type { InvitationSent } from '@nhip/server/organisations/contract.ts';
import { useEffect, useRef } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { memberMessages } from './member-messages.ts';
import styles from './organisations.module.css';

/** What became of an invitation; where no mail goes out, the link to hand over, this one time. */
export function InvitationLink(props: { sent: InvitationSent; onClose: () => void }) {
  const t = useMessages(memberMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  const { invitation, link } = props.sent;
  useEffect(() => heading.current?.focus(), [link]);
  return (
    <section className={styles.panel} aria-labelledby="sent">
      <h2 id="sent" ref={heading} tabIndex={-1}>
        {t('invitations.sent')}
      </h2>
      <p>
        {t(link === null ? 'invitations.sentByLetter' : 'invitations.sentWhy', {
          email: invitation.email ?? '',
        })}
      </p>
      {link !== null && <code className={styles.link}>{link}</code>}
      <div className={styles.actions}>
        {link !== null && <CopyButton text={link} label={t('invitations.copy')} />}
        <ActionButton quiet onClick={props.onClose}>
          {t('invitations.closeLink')}
        </ActionButton>
      </div>
    </section>
  );
}
