import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './count-links.module.css';
import { countOf, groups } from './import-rules.ts';
import { importMessages } from './messages.ts';

/** The result of the check in numbers; each opens its rows, and the choice stands in the address. */
export function CountLinks({ run, chosen }: { run: ImportRun; chosen: string }) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const all = { group: 'all' as const, count: run.totalRows ?? run.stagedRows };
  // What cannot happen to this kind of file is left out: an extract never takes advertisements away.
  const shown = groups
    .map((group) => ({ group, count: countOf(run.counts, group) }))
    .filter(({ group, count }) => count > 0 || (group !== 'removed' && group !== 'held'));
  return (
    <nav className={styles.counts} aria-label={t('counts.label')}>
      {[all, ...shown].map(({ group, count }) => (
        <Link
          key={group}
          to="/imports/$id"
          params={{ id: run.id }}
          search={group === 'all' ? {} : { show: group }}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={group === chosen ? 'true' : undefined}
          data-group={group}
          data-empty={count === 0 || undefined}
        >
          <strong className="figures">{f.number(count)}</strong>
          <span>{t(`counts.${group}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
