import type { Decision, LexiconProposal } from '@nhip/server/review/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { reviewMessages } from './messages.ts';
import styles from './review-queue.module.css';

/** What followed from the last decision beyond its own links: texts linked again, words proposed to the lexicon. */
export function LastAct({ decision }: { decision: Decision | undefined }) {
  const t = useMessages(reviewMessages);
  if (!decision || (decision.relinking === 0 && !decision.proposal)) return null;
  const { normalised: surface, relinking, proposal } = decision;
  return (
    <p className={styles.last}>
      {relinking > 0 && t('last.relinking', { surface, count: relinking })}{' '}
      {proposal && <ProposalLink proposal={proposal} />}
    </p>
  );
}

/** Where an editor decides about the words, and what was decided. */
export function ProposalLink({ proposal }: { proposal: LexiconProposal }) {
  const t = useMessages(reviewMessages);
  const { form, framework, status } = proposal;
  return (
    <Link
      to="/frameworks/$code/lexicon"
      params={{ code: framework }}
      search={{ q: form, status: status === 'proposed' ? undefined : 'all' }}
    >
      {t(`proposal.${status}`, { form })}
    </Link>
  );
}
