import type { Subscription } from '@nhip/server/standards/case/pulls/contract.ts';
import {
  IconAlertTriangle,
  IconPlayerPause,
  IconPlayerPlay,
  IconRefresh,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDateTime } from '../../format.ts';
import { useLanguage, useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { EditSubscription } from './edit-subscription.tsx';
import { pullMessages } from './messages.ts';
import { askNow, change, subscriptions, unfollow } from './pulls-api.ts';
import styles from './pulls.module.css';
import { scheduleWords } from './schedule.ts';

/** What came of asking that is no trouble. */
const FINE = new Set(['unchanged', 'run-made', 'run-applied', 'run-discarded', 'applied']);

interface Props {
  subscription: Subscription;
  onTold: (words: string, tone?: 'fault') => void;
  onFault: (error: unknown) => void;
}

/** One framework that is followed: how, what came of it last, and what can be done. */
export function SubscriptionCard(props: Props) {
  const { subscription: one } = props;
  const t = useMessages(pullMessages);
  const local = useLocalText();
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const name = (one.framework && local(one.framework.title)) || one.framework?.code || one.url;
  const facts = [
    scheduleWords(one.everyHours, t),
    t(one.appliesItself ? 'list.itself' : 'list.waits'),
    one.credentials && t('list.secured', { client: one.credentials.clientId }),
  ];
  const trouble = one.result !== null && !FINE.has(one.result);
  return (
    <li className={`${styles.panel} ${styles.card}`}>
      <div className={styles.head}>
        <h3>
          <Name subscription={one} />
        </h3>
        <StateBadge
          icon={one.enabled ? IconRefresh : IconPlayerPause}
          tone={one.enabled ? 'accent' : 'unknown'}
        >
          {t(one.enabled ? 'list.following' : 'list.paused')}
        </StateBadge>
      </div>
      {one.framework && <code className={styles.address}>{one.url}</code>}
      <p className="muted small">{facts.filter(Boolean).join(' · ')}</p>
      <p className={styles.said} data-trouble={trouble || undefined}>
        {trouble && (
          <StateBadge icon={IconAlertTriangle} tone="fault">
            {t('list.trouble')}
          </StateBadge>
        )}{' '}
        {one.checkedAt
          ? t('list.asked', { at: formatDateTime(one.checkedAt, language) })
          : t('list.never')}{' '}
        {one.resultWords && local(one.resultWords)}{' '}
        {one.importRunId && (
          <Link to="/imports/$id" params={{ id: one.importRunId }}>
            {t('list.run')}
          </Link>
        )}
      </p>
      {one.enabled && (
        <p className="muted small">
          {t('list.next', { at: formatDateTime(one.nextCheckAt, language) })}
        </p>
      )}
      {editing ? (
        <EditSubscription
          subscription={one}
          name={name}
          onDone={(words) => {
            setEditing(false);
            if (words) props.onTold(words);
          }}
        />
      ) : (
        <Deeds {...props} name={name} onEdit={() => setEditing(true)} />
      )}
    </li>
  );
}

/** The framework where it has come, else the address from which it will. */
function Name({ subscription: { framework, url } }: { subscription: Subscription }) {
  if (!framework) return <>{url}</>;
  const { code, title, published } = framework;
  return (
    <Link to={published ? '/frameworks/$code' : '/frameworks/$code/draft'} params={{ code }}>
      <LocalTextView text={title} fallback={code} />
    </Link>
  );
}

function Deeds(props: Props & { name: string; onEdit: () => void }) {
  const { subscription: one, name } = props;
  const t = useMessages(pullMessages);
  const local = useLocalText();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const deed = <Wanted,>(act: (wanted: Wanted) => Promise<string>) => ({
    mutationFn: act,
    onSuccess: async (words: string) => {
      props.onTold(words);
      await client.invalidateQueries({ queryKey: subscriptions.queryKey });
    },
    onError: props.onFault,
  });
  const ask = useMutation(
    deed(async () => {
      const { resultWords } = await askNow(one.id);
      return resultWords ? local(resultWords) : '';
    }),
  );
  const turn = useMutation(
    deed(async (enabled: boolean) => {
      const { everyHours, appliesItself } = one;
      await change(one.id, { everyHours, appliesItself, enabled });
      return t(enabled ? 'done.resumed' : 'done.paused');
    }),
  );
  const leave = useMutation(
    deed(async () => {
      await unfollow(one.id);
      return t('done.stopped');
    }),
  );
  const busy = ask.isPending || turn.isPending || leave.isPending;
  if (leaving) {
    return (
      <div className={styles.line}>
        <ActionButton compact disabled={busy} onClick={() => leave.mutate(undefined)}>
          {t('do.sure')}
        </ActionButton>
        <ActionButton compact quiet autoFocus onClick={() => setLeaving(false)}>
          {t('do.keep')}
        </ActionButton>
      </div>
    );
  }
  return (
    <div className={styles.line}>
      <ActionButton
        compact
        icon={IconRefresh}
        aria-label={ask.isPending ? t('do.asking') : t('do.askOf', { name })}
        disabled={busy}
        onClick={() => ask.mutate(undefined)}
      >
        {t(ask.isPending ? 'do.asking' : 'do.ask')}
      </ActionButton>
      <ActionButton
        compact
        icon={one.enabled ? IconPlayerPause : IconPlayerPlay}
        aria-label={t(one.enabled ? 'do.pauseOf' : 'do.resumeOf', { name })}
        disabled={busy}
        onClick={() => turn.mutate(!one.enabled)}
      >
        {t(one.enabled ? 'do.pause' : 'do.resume')}
      </ActionButton>
      <ActionButton
        compact
        aria-label={t('do.editOf', { name })}
        disabled={busy}
        onClick={props.onEdit}
      >
        {t('do.edit')}
      </ActionButton>
      <ActionButton
        compact
        quiet
        aria-label={t('do.stopOf', { name })}
        disabled={busy}
        onClick={() => setLeaving(true)}
      >
        {t('do.stop')}
      </ActionButton>
    </div>
  );
}
