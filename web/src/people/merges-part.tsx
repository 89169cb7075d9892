import type { Merge } from '@nhip/server/people/contract.ts';
import { IconArrowBackUp, IconCircleX, IconHourglass, IconLink } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageState } from '../ui/page-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { requestMessages } from './request-messages.ts';
import styles from './merges-part.module.css';
import { Card, Part, Row, Rows } from './part.tsx';
import { answerMerge, myHoldings, myMerges, proposeMerge } from './people-api.ts';
import { useDeeds } from './use-deeds.ts';

const looks = {
  proposed: { icon: IconHourglass, tone: 'accent' },
  confirmed: { icon: IconLink, tone: 'supply' },
  refused: { icon: IconCircleX, tone: 'unknown' },
  undone: { icon: IconArrowBackUp, tone: 'unknown' },
} as const;
const said = { confirm: 'confirmed', refuse: 'refused', undo: 'undone' } as const;

/** Two accounts of one person: one asks, the other answers, either undoes. */
export function MergesPart() {
  const t = useMessages(requestMessages);
  const query = useQuery(myMerges);
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const { notice, closeNotice, isPending, run, say } = useDeeds();
  const renew = async () => {
    await queries.invalidateQueries({ queryKey: myMerges.queryKey });
    void queries.invalidateQueries({ queryKey: myHoldings.queryKey });
  };
  return (
    <Part title={t('merges.title')} body={t('merges.body')}>
      <PageState query={query}>
        {({ items }) =>
          items.length > 0 && (
            <Rows label={t('merges.title')}>
              {items.map((merge) => (
                <MergeRow
                  key={`${merge.personId} ${merge.id}`}
                  merge={merge}
                  busy={isPending}
                  onAnswer={(answer) =>
                    run({
                      act: () => answerMerge(merge, answer).then(renew),
                      done: t(`merges.${said[answer]}`),
                    })
                  }
                />
              ))}
            </Rows>
          )
        }
      </PageState>
      <details className={styles.propose}>
        <summary>{t('merges.propose')}</summary>
        <Card>
          <Form
            key={sent}
            label={t('merges.propose')}
            fieldOf={{ 'email-invalid': 'email' }}
            check={(values) => ({
              email: values.email?.includes('@') ? undefined : t('merges.fault.email'),
              reason: values.reason?.trim() ? undefined : t('merges.fault.reason'),
            })}
            send={async ({ email, reason }) => {
              await proposeMerge(email!, reason!);
              await renew();
              say(t('merges.proposed'));
              setSent(sent + 1);
            }}
          >
            <FormText
              name="email"
              type="email"
              label={t('merges.email')}
              maxLength={254}
              required
            />
            <FormText name="reason" label={t('merges.reason')} maxLength={500} required />
            <SubmitButton quiet>{t('merges.propose')}</SubmitButton>
          </Form>
        </Card>
      </details>
      <Notice content={notice} onClose={closeNotice} />
    </Part>
  );
}

function MergeRow(props: {
  merge: Merge;
  busy: boolean;
  onAnswer: (answer: 'confirm' | 'refuse' | 'undo') => void;
}) {
  const t = useMessages(requestMessages);
  const f = useFigures();
  const { merge } = props;
  const { icon, tone } = looks[merge.state];
  const answers =
    merge.state === 'proposed' && merge.mine
      ? (['confirm', 'refuse'] as const)
      : merge.state === 'confirmed'
        ? (['undo'] as const)
        : [];
  return (
    <Row
      meta={
        <>
          <StateBadge icon={icon} tone={tone}>
            {t(`merges.state.${merge.state}`)}
          </StateBadge>
          <span>{f.date(merge.proposedAt)}</span>
        </>
      }
      actions={answers.map((answer) => (
        <ActionButton
          key={answer}
          compact
          disabled={props.busy}
          onClick={() => props.onAnswer(answer)}
        >
          {t(`merges.${answer}`)}
        </ActionButton>
      ))}
    >
      <p>{t('merges.records', { from: merge.personId, into: merge.intoPersonId })}</p>
      <p className="small">{merge.reason}</p>
    </Row>
  );
}
