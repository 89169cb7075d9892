import type { Consent, MyConsents, NewConsent } from '@nhip/server/people/contract.ts';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { canBeRepeated, repeated } from './consent-terms.ts';
import { ConsentRow } from './consent-row.tsx';
import styles from './consents-part.module.css';
import { GiveConsentForm } from './give-consent-form.tsx';
import { requestMessages } from './request-messages.ts';
import { Card, Part, Rows } from './part.tsx';
import { giveConsent, myConsents, myHoldings, withdrawConsent } from './people-api.ts';
import { useDeeds } from './use-deeds.ts';

/** What the reader lets organisations look at: give, see, withdraw, take the withdrawal back. */
export function ConsentsPart() {
  const query = useQuery({ ...myConsents, staleTime: 0 });
  return <PageState query={query}>{(data) => <Consents data={data} />}</PageState>;
}

function Consents({ data }: { data: MyConsents }) {
  const t = useMessages(requestMessages);
  const [url, setUrl] = useUrlState();
  const giving = url.give === '1';
  const deeds = useConsentDeeds(data);
  const valid = data.consents.filter(({ state }) => state === 'valid');
  const ended = data.consents.filter(({ state }) => state !== 'valid');
  const open = (
    <ActionButton
      icon={IconPlus}
      aria-expanded={giving}
      onClick={() => setUrl({ give: giving ? undefined : '1' })}
    >
      {t('consents.give')}
    </ActionButton>
  );
  return (
    <Part title={t('consents.title')} body={t('consents.body')} action={open}>
      {giving && (
        <Card>
          <GiveConsentForm
            offers={data.offers}
            onGive={async (consent) => {
              await deeds.give(consent);
              setUrl({ give: undefined });
            }}
            onCancel={() => setUrl({ give: undefined })}
          />
        </Card>
      )}
      {valid.length === 0 && <p>{t('consents.empty')}</p>}
      {valid.length > 0 && (
        <Rows label={t('consents.title')}>
          {valid.map((consent) => (
            <ConsentRow
              key={consent.id}
              consent={consent}
              act="withdraw"
              busy={deeds.busy}
              onAct={() => deeds.withdraw(consent)}
            />
          ))}
        </Rows>
      )}
      {ended.length > 0 && (
        <details className={styles.ended}>
          <summary>{t('consents.earlier', { count: ended.length })}</summary>
          <Rows>
            {ended.map((consent) => (
              <ConsentRow
                key={consent.id}
                consent={consent}
                act={canBeRepeated(consent, data) ? 'again' : undefined}
                busy={deeds.busy}
                onAct={() => deeds.again(consent)}
              />
            ))}
          </Rows>
        </details>
      )}
      <Notice content={deeds.notice} onClose={deeds.closeNotice} />
    </Part>
  );
}

/** A withdrawal holds at once; taking it back is consenting again to the same. */
function useConsentDeeds(data: MyConsents) {
  const t = useMessages(requestMessages);
  const queries = useQueryClient();
  const { notice, closeNotice, isPending, run, say } = useDeeds();
  const keep = (answer: MyConsents) => {
    queries.setQueryData(myConsents.queryKey, answer);
    void queries.invalidateQueries({ queryKey: myHoldings.queryKey });
  };
  const againDeed = (consent: Consent) => ({
    act: () => giveConsent(repeated(consent)).then(keep),
    done: t('consents.givenAgain'),
  });
  return {
    notice,
    closeNotice,
    busy: isPending,
    give: async (consent: NewConsent) => {
      keep(await giveConsent(consent));
      say(t('consents.done'));
    },
    again: (consent: Consent) => run(againDeed(consent)),
    withdraw: (consent: Consent) =>
      run({
        act: () => withdrawConsent(consent.id).then(keep),
        done: t('consents.withdrawn'),
        undo: canBeRepeated({ ...consent, state: 'withdrawn' }, data)
          ? againDeed(consent)
          : undefined,
      }),
  };
}
