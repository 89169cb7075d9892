import type { CrosswalkItems, CrosswalkPairs, EndKind } from '@nhip/server/crosswalks/contract.ts';
import { IconArrowLeft, IconArrowsExchange, IconReportAnalytics } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLocalText, useMessages } from '../language.ts';
import { PageHeading } from '../ui/heading.tsx';
import { PageState, Skeleton } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import styles from './crosswalk-page.module.css';
import { items, pairsOf, type PairName } from './crosswalks-api.ts';
import { Editor } from './editor.tsx';
import { crosswalkMessages } from './messages.ts';
import { shortTitle } from './short-title.ts';

/** The editor of what joins two frameworks. */
export default function CrosswalkPage() {
  const { from = '', to = '' } = useParams({ strict: false });
  const [url] = useUrlState();
  const kind: EndKind = url.kind === 'role' ? 'role' : 'competency';
  const name = { from, to, kind };
  const own = useQuery({ ...items(from, kind), staleTime: Infinity });
  const other = useQuery({ ...items(to, kind), staleTime: Infinity });
  const pairs = useQuery({ ...pairsOf(name), staleTime: Infinity, gcTime: 0 });
  return (
    <PageState query={own} page>
      {(ownItems) => (
        <PageState query={other} page>
          {(otherItems) => (
            <Whole name={name} from={ownItems} to={otherItems}>
              <PageState query={pairs} skeleton={<Skeleton lines={9} />}>
                {(found: CrosswalkPairs) => (
                  <Editor
                    key={`${from} ${to} ${kind}`}
                    name={name}
                    from={ownItems}
                    to={otherItems}
                    pairs={found.pairs}
                  />
                )}
              </PageState>
            </Whole>
          )}
        </PageState>
      )}
    </PageState>
  );
}

function Whole(props: {
  name: PairName;
  from: CrosswalkItems;
  to: CrosswalkItems;
  children: React.ReactNode;
}) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const { name } = props;
  const titles = {
    from: shortTitle(local(props.from.framework.title)) || name.from,
    to: shortTitle(local(props.to.framework.title)) || name.to,
  };
  const search = { kind: name.kind };
  return (
    <>
      <PageHeading
        title={t('editor.title', titles)}
        windowTitle={t('editor.windowTitle', titles)}
        above={
          <Link to="/crosswalks" className={styles.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('editor.back')}
          </Link>
        }
        actions={
          <>
            <Link
              className="action"
              to="/crosswalks/$from/$to"
              params={{ from: name.to, to: name.from }}
              search={search}
            >
              <IconArrowsExchange size={18} aria-hidden />
              {t('editor.turn')}
            </Link>
            <Link
              className="action"
              to="/crosswalks/$from/$to/report"
              params={{ from: name.from, to: name.to }}
              search={search}
            >
              <IconReportAnalytics size={18} aria-hidden />
              {t('editor.report')}
            </Link>
          </>
        }
      />
      {props.children}
    </>
  );
}
