import type { Correction, HoldingView } from '@nhip/server/people/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { Notice } from '../ui/notice.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { AskCorrectionForm } from './ask-correction-form.tsx';
import { MyCorrectionRow } from './my-correction-row.tsx';
import { requestMessages } from './request-messages.ts';
import { Card, Part, Rows } from './part.tsx';
import { askCorrection, myCorrections, myHoldings, withdrawCorrection } from './people-api.ts';
import { useDeeds } from './use-deeds.ts';

/** Asking organisations to correct what they say of the reader, and what became of it. */
export function CorrectionsPart() {
  const t = useMessages(requestMessages);
  const holdings = useQuery(myHoldings);
  const corrections = useQuery(myCorrections);
  const queries = useQueryClient();
  const { notice, closeNotice, isPending, run, say } = useDeeds();
  const keep = (answer: { items: Correction[] }) => {
    queries.setQueryData(myCorrections.queryKey, answer);
    void queries.invalidateQueries({ queryKey: myHoldings.queryKey });
  };
  return (
    <>
      <Part title={t('corrections.title')} body={t('corrections.body')}>
        <PageState query={holdings}>
          {(data) => (
            <AskIfMember
              holdings={data.holdings}
              onAsk={async (wanted) => {
                keep(await askCorrection(wanted));
                say(t('corrections.sent'));
              }}
            />
          )}
        </PageState>
      </Part>
      <Part title={t('corrections.listTitle')}>
        <PageState query={corrections}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="muted">{t('corrections.empty')}</p>
            ) : (
              <Rows label={t('corrections.listTitle')}>
                {items.map((correction) => (
                  <MyCorrectionRow
                    key={correction.id}
                    correction={correction}
                    busy={isPending}
                    onWithdraw={() =>
                      run({
                        act: () => withdrawCorrection(correction.id).then(keep),
                        done: t('corrections.withdrawn'),
                      })
                    }
                  />
                ))}
              </Rows>
            )
          }
        </PageState>
      </Part>
      <Notice content={notice} onClose={closeNotice} />
    </>
  );
}

function AskIfMember(props: {
  holdings: HoldingView[];
  onAsk: Parameters<typeof AskCorrectionForm>[0]['onAsk'];
}) {
  const t = useMessages(requestMessages);
  const affiliations = props.holdings.filter(({ holding }) => holding === 'affiliation');
  if (affiliations.every(({ items }) => items.length === 0)) {
    return <Empty title={t('corrections.nothing')}>{t('corrections.nothingBody')}</Empty>;
  }
  return (
    <Card>
      <AskCorrectionForm affiliations={affiliations} onAsk={props.onAsk} />
    </Card>
  );
}
