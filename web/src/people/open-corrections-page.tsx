import type { Correction } from '@nhip/server/people/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { Notice } from '../ui/notice.tsx';
import { Empty, PageState } from '../ui/page-state.tsx';
import { officeMessages } from './office-messages.ts';
import { OpenCorrectionRow } from './open-correction-row.tsx';
import { Part, Rows } from './part.tsx';
import { acceptCorrection, openCorrections, refuseCorrection } from './people-api.ts';
import { useDeeds } from './use-deeds.ts';

/** What people ask the organisation to correct, to be accepted, or refused with a reason. */
export default function OpenCorrectionsPage() {
  const t = useMessages(officeMessages);
  const query = useQuery(openCorrections);
  const queries = useQueryClient();
  const { notice, closeNotice, isPending, run, say } = useDeeds();
  const keep = (answer: { items: Correction[] }) =>
    queries.setQueryData(openCorrections.queryKey, answer);
  return (
    <>
      <PageHeading title={t('corrections.title')} lead={t('corrections.lead')} />
      <PageState query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('corrections.empty')}>{t('corrections.emptyBody')}</Empty>
          ) : (
            <Part title={t('corrections.count', { count: items.length })}>
              <Rows label={t('corrections.label')}>
                {items.map((correction) => (
                  <OpenCorrectionRow
                    key={`${correction.personId} ${correction.id}`}
                    correction={correction}
                    busy={isPending}
                    onAccept={() =>
                      run({
                        act: () => acceptCorrection(correction).then(keep),
                        done: t('corrections.accepted'),
                      })
                    }
                    onRefuse={async (answer) => {
                      keep(await refuseCorrection(correction, answer));
                      say(t('corrections.refused'));
                    }}
                  />
                ))}
              </Rows>
            </Part>
          )
        }
      </PageState>
      <Notice content={notice} onClose={closeNotice} />
    </>
  );
}
