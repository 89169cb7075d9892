import { Overview } from '@nhip/server/gap/contract.ts';
import { IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { AnswerTiles } from './answer-tiles.tsx';
import { BaseLine } from './base-line.tsx';
import { FirstSteps } from './first-steps.tsx';
import { LargestUncovered } from './largest-uncovered.tsx';
import styles from './overview-page.module.css';
import { overviewMessages } from './overview-messages.ts';
import { TileMap } from './tile-map.tsx';
import { Waiting } from './waiting.tsx';

/** The first screen of a planner: the answers, the next decision, the largest holes, the provinces. */
export default function OverviewPage() {
  const [url] = useUrlState();
  const query = useQuery({
    ...reading(Overview, '/api/overview', { programme: url.programme }),
    placeholderData: keepPreviousData,
  });
  const t = useMessages(overviewMessages);
  const session = useSession();
  // who belongs nowhere yet has one page: what is held about them
  if (session?.person && session.roles.length === 0) return <Navigate to="/me" replace />;
  return (
    <>
      <PageHeading
        title={t('title')}
        windowTitle={t('window')}
        lead={
          query.data && (
            <BaseLine
              demand={query.data.demand}
              syllabi={query.data.syllabi}
              programmeId={query.data.programme?.id}
            />
          )
        }
        actions={query.data?.programme && <Chooser overview={query.data} />}
      />
      <PageState query={query}>{(overview) => <Answers overview={overview} />}</PageState>
    </>
  );
}

function Answers({ overview }: { overview: Overview }) {
  const t = useMessages(overviewMessages);
  const noDemand = overview.demand.advertisements === 0;
  return (
    <>
      {(noDemand || !overview.programme) && <FirstSteps overview={overview} />}
      <AnswerTiles answers={overview.answers} label={t('answers')} />
      <Waiting waiting={overview.waiting} />
      {!noDemand && (
        <div className={styles.columns}>
          <LargestUncovered overview={overview} />
          <TileMap overview={overview} />
        </div>
      )}
    </>
  );
}

function Chooser({ overview }: { overview: Overview }) {
  const t = useMessages(overviewMessages);
  const localText = useLocalText();
  const [, setUrl] = useUrlState();
  const { programme, programmes } = overview;
  if (!programme) return null;
  return (
    <div className={styles.chooser}>
      <NativeSelect
        label={t('programme')}
        value={String(programme.id)}
        onChange={(id) => setUrl({ programme: id })}
        options={programmes.map((one) => ({
          value: String(one.id),
          label: `${localText(one.name)} · ${localText(one.institution.name)}`,
        }))}
      />
      <Link
        className="action"
        to="/coverage/$programmeId"
        params={{ programmeId: String(programme.id) }}
      >
        {t('openCoverage')}
      </Link>
      <Link
        className="action"
        to="/brief/$programmeId"
        params={{ programmeId: String(programme.id) }}
      >
        <IconPrinter size={18} aria-hidden />
        {t('brief')}
      </Link>
    </div>
  );
}
