import type { CompetencyDetail, CompetencyRef } from '@nhip/server/frameworks/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { competencyAreas } from './frameworks-api.ts';
import { frameworkMessages } from './messages.ts';
import styles from './siblings.module.css';

/** What else lies in the same area; of an area, what it holds and the areas beside it. */
export function Siblings({ found }: { found: CompetencyDetail }) {
  const t = useMessages(frameworkMessages);
  const local = useLocalText();
  if (found.kind === 'area') {
    return (
      <>
        <Held code={found.code} />
        <Neighbours title={t('page.otherAreas')} list={found.siblings} />
      </>
    );
  }
  return (
    <Neighbours
      title={t('page.siblings', { area: found.area ? local(found.area.label) : '' })}
      list={found.siblings}
    />
  );
}

/** The competencies of an area, from the tree of the framework. */
function Held({ code }: { code: string }) {
  const t = useMessages(frameworkMessages);
  const areas = useQuery(competencyAreas).data ?? [];
  const area = areas.find(({ competency }) => competency.code === code);
  return <Neighbours title={t('page.inArea')} list={area?.children ?? []} />;
}

function Neighbours({ title, list }: { title: string; list: CompetencyRef[] }) {
  const id = useId();
  if (list.length === 0) return null;
  return (
    <section className={styles.siblings} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {list.map((competency) => (
          <li key={competency.code}>
            <Link to="/competencies/$code" params={{ code: competency.code }}>
              <LocalTextView text={competency.label} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
