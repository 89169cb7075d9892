import type { FrameworkDocument } from '@nhip/server/frameworks/reading/contract.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { Attribution } from './attribution.tsx';
import { framework, frameworkDocument, tree } from './frameworks-api.ts';
import { compareMessages } from './compare-messages.ts';
import { frameworkMessages } from './messages.ts';
import styles from './print-page.module.css';
import { pickWords, WordsView } from './words.tsx';

/** Above this a reader is asked for a part first. */
const large = 1_500;

/** A framework, or one part of it, as a document to read and to print. */
export default function PrintPage() {
  const t = useMessages(frameworkMessages);
  const c = useMessages(compareMessages);
  const language = useLanguage();
  const { code } = useParams({ from: '/frameworks/$code/print' });
  const [url, setUrl] = useUrlState();
  const query = useQuery(framework(code, url.version));
  const columns = useQuery(tree(code, language, url.version ? { version: url.version } : {}));
  const tops = (columns.data?.id ?? []).flatMap((_, place) =>
    columns.data!.parent[place] === -1
      ? [{ value: columns.data!.code[place]!, label: columns.data!.label[place]! }]
      : [],
  );
  return (
    <PageState page query={query}>
      {(found) => {
        const total = found.counts.competencies + found.counts.areas;
        const under = url.under ?? (total <= large ? 'all' : undefined);
        const title = pickWords(found.title, language);
        return (
          <>
            <PageHeading
              title={title.text || found.code}
              {...(title.lang && { lang: title.lang })}
              above={
                <span className="screen-only">
                  <Link to="/frameworks/$code" params={{ code }}>
                    {c('document.back')}
                  </Link>
                </span>
              }
              lead={`${found.code} · ${t('facts.version', { version: found.version.version })}`}
              actions={
                under && (
                  <ActionButton icon={IconPrinter} onClick={() => print()}>
                    {c('document.print')}
                  </ActionButton>
                )
              }
            />
            <div className={`screen-only ${styles.choice}`}>
              <NativeSelect
                label={c('document.under')}
                value={under ?? ''}
                onChange={(part) => setUrl({ under: part })}
                options={[
                  ...(under ? [] : [{ value: '', label: '—' }]),
                  { value: 'all', label: c('document.whole') },
                  ...tops,
                ]}
              />
              {!under && <p className="muted">{c('document.large', { count: total })}</p>}
            </div>
            {under && <Whole code={code} version={url.version} under={under} />}
            <Attribution framework={{ ...found, ...found.version }} />
          </>
        );
      }}
    </PageState>
  );
}

function Whole(props: { code: string; version: string | undefined; under: string }) {
  const { code, version, under } = props;
  const query = useQuery(frameworkDocument(code, under === 'all' ? undefined : under, version));
  return (
    <PageState query={query} skeleton={<Skeleton lines={12} />}>
      {(document) => (
        <div className={styles.document}>
          {document.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </div>
      )}
    </PageState>
  );
}

function Entry({ entry }: { entry: FrameworkDocument[number] }) {
  const Heading = (['h2', 'h3', 'h4'] as const)[Math.min(2, entry.depth)]!;
  return (
    <article className={styles.entry} data-depth={Math.min(3, entry.depth)}>
      <Heading>
        <span className={styles.code}>{entry.code}</span>{' '}
        <WordsView words={entry.label} fallback={entry.code} />
      </Heading>
      {Object.keys(entry.definition).length > 0 && (
        <p>
          <WordsView words={entry.definition} />
        </p>
      )}
      {entry.levels.length > 0 && (
        <dl>
          {entry.levels.map(({ scale, level, code, label, says }) => (
            <div key={`${scale} ${level}`}>
              <dt>
                {code ?? level} <WordsView words={label} fallback="" />
              </dt>
              <dd>
                <WordsView words={says} fallback="" />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
