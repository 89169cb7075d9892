import type { ImportRun } from '@nhip/server/imports/contract.ts';
import { ProgrammeList } from '@nhip/server/programmes/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { reading } from '../api.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { importMessages } from './messages.ts';
import styles from './outcome-panel.module.css';

/** How a run ended: imported with what to do next, discarded, or failed with why. */
export function OutcomePanel({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  const language = useLanguage();
  if (run.status === 'discarded') {
    return (
      <Panel tone="muted" title={t('discarded.title')}>
        <p>{t('discarded.body')}</p>
        <Link to="/imports">{t('failed.again')}</Link>
      </Panel>
    );
  }
  if (run.status === 'failed') {
    return (
      <Panel tone="fault" title={t('failed.title')}>
        {run.problem && <p>{run.problem.words[language]}</p>}
        <p className="muted">{t('failed.nothing')}</p>
        <Link className="action" to="/imports" search={{ kind: run.kind }}>
          {t('failed.again')}
        </Link>
      </Panel>
    );
  }
  return (
    <Panel tone="done" title={t('applied.title')}>
      <p>{t(run.kind === 'framework' ? 'applied.framework' : 'applied.body')}</p>
      <h3>{t('applied.next')}</h3>
      {run.kind === 'advertisements' && <AfterAdvertisements run={run} />}
      {run.kind === 'programme' && <AfterProgramme run={run} />}
      {run.kind === 'members' && <AfterMembers />}
      {(run.kind === 'framework' || run.kind === 'crosswalk') && <AfterFramework />}
    </Panel>
  );
}

function AfterAdvertisements({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  return (
    <ul>
      <li>
        <Link to="/demand">{t('applied.demand')}</Link>
      </li>
      {run.counts.held > 0 && (
        <li>
          <Link to="/advertisements" search={{ status: 'held' }}>
            {t('applied.held', { count: run.counts.held })}
          </Link>
        </li>
      )}
      <li>
        <Link to="/review">{t('applied.review')}</Link>
      </li>
      <Coverages institution={undefined} />
    </ul>
  );
}

function AfterProgramme({ run }: { run: ImportRun }) {
  const t = useMessages(importMessages);
  return (
    <ul>
      <Coverages institution={run.institutionName ?? undefined} />
      <li>
        <Link to="/review">{t('applied.review')}</Link>
      </li>
    </ul>
  );
}

function AfterMembers() {
  const t = useMessages(importMessages);
  const organisation = useSession()?.organisation;
  if (!organisation) return null;
  const params = { id: String(organisation.id) };
  return (
    <ul>
      <li>
        <Link to="/organisations/$id" params={params} search={{ part: 'members' }}>
          {t('applied.members')}
        </Link>
      </li>
      <li>
        <Link to="/organisations/$id" params={params} search={{ part: 'invitations' }}>
          {t('applied.invitations')}
        </Link>
      </li>
    </ul>
  );
}

function AfterFramework() {
  const t = useMessages(importMessages);
  return (
    <ul>
      <li>
        <Link to="/frameworks">{t('applied.frameworks')}</Link>
      </li>
      <li>
        <Link to="/imports" search={{ kind: 'crosswalk' }}>
          {t('applied.crosswalkImport')}
        </Link>
      </li>
    </ul>
  );
}

/** The coverage of the programmes here: those of the institution that was imported, or of all. */
function Coverages({ institution }: { institution: string | undefined }) {
  const t = useMessages(importMessages);
  const local = useLocalText();
  const programmes = useQuery({ ...reading(ProgrammeList, '/api/programmes'), staleTime: 0 }).data;
  if (!programmes) return null;
  if (programmes.length === 0) {
    return (
      <li>
        <Link to="/imports" search={{ kind: 'programme' }}>
          {t('applied.programmeImport')}
        </Link>
      </li>
    );
  }
  const own = programmes.filter(
    ({ institution: { name } }) =>
      institution === undefined || name.vi === institution || name.en === institution,
  );
  return (own.length > 0 ? own : programmes).map((programme) => (
    <li key={programme.id}>
      <Link to="/coverage/$programmeId" params={{ programmeId: String(programme.id) }}>
        {t('applied.coverage', { name: `${local(programme.name)} (${programme.code})` })}
      </Link>
    </li>
  ));
}

function Panel(props: { tone: 'done' | 'fault' | 'muted'; title: string; children: ReactNode }) {
  return (
    <section
      className={styles.panel}
      data-tone={props.tone}
      role={props.tone === 'fault' ? 'alert' : undefined}
    >
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}
