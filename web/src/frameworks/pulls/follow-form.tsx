import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormText } from '../../ui/form/text-field.tsx';
import { faultsOf, FollowFields, isAddress, wantedOf } from './follow-fields.tsx';
import { pullMessages } from './messages.ts';
import { askNow, follow, pullOnce, subscriptions } from './pulls-api.ts';
import styles from './pulls.module.css';

/** An address to be followed from now on, or fetched once. The first time it is asked for at once. */
export function FollowForm(props: {
  /** the address that was chosen elsewhere */
  start: string | undefined;
  onTold: (words: string, tone?: 'fault') => void;
  onFault: (error: unknown) => void;
}) {
  const t = useMessages(pullMessages);
  const local = useLocalText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const part = useRef<HTMLElement>(null);
  const [secured, setSecured] = useState(false);
  const [turn, setTurn] = useState(0);
  const once = useMutation({
    mutationFn: pullOnce,
    onSuccess: ({ id }) => navigate({ to: '/imports/$id', params: { id } }),
    onError: props.onFault,
  });
  const written = () =>
    part.current?.querySelector<HTMLInputElement>('input[name="url"]')?.value.trim() ?? '';
  return (
    <section ref={part} className={styles.part} aria-labelledby="follow">
      <h2 id="follow">{t('follow.title')}</h2>
      <div className={styles.panel}>
        <Form
          key={turn}
          label={t('follow.title')}
          fieldOf={{ 'subscription-exists': 'url', 'remote-address-refused': 'url' }}
          check={(values) => ({
            url: isAddress(values.url) ? undefined : t('follow.urlFault'),
            ...faultsOf(values, t),
          })}
          send={async (values) => {
            const { credentials = null, ...wanted } = wantedOf(values);
            const url = (values.url ?? '').trim();
            const { id } = await follow({ url, ...wanted, credentials });
            const { resultWords } = await askNow(id);
            await client.invalidateQueries({ queryKey: subscriptions.queryKey });
            props.onTold(t('done.followed', { words: resultWords ? local(resultWords) : '' }));
            setTurn(turn + 1);
          }}
        >
          <FormText
            name="url"
            type="url"
            label={t('follow.url')}
            hint={t('follow.urlHint')}
            initial={turn === 0 ? props.start : ''}
            autoFocus={props.start !== undefined && turn === 0}
            maxLength={2000}
            required
          />
          <FollowFields onSecured={setSecured} />
          <div className={styles.line}>
            <SubmitButton>{t('follow.go')}</SubmitButton>
            {!secured && (
              <ActionButton
                disabled={once.isPending}
                onClick={() => {
                  const url = written();
                  if (isAddress(url)) once.mutate(url);
                  else props.onTold(t('follow.urlFault'), 'fault');
                }}
              >
                {t(once.isPending ? 'follow.fetching' : 'follow.once')}
              </ActionButton>
            )}
          </div>
        </Form>
      </div>
    </section>
  );
}
