import type { LexiconForm, LexiconSummary } from '@nhip/server/frameworks/lexicon/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../language.ts';
import { useKeys, useKeysWanted } from '../../review/use-keys.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Empty, PageState, Skeleton } from '../../ui/page-state.tsx';
import { Paging } from '../../ui/paging.tsx';
import { useUrlState } from '../../url-state.ts';
import { BulkBar } from './bulk-bar.tsx';
import { nextPlace } from './decided-rows.ts';
import { FormTable } from './form-table.tsx';
import {
  lexiconAddress,
  lexiconPage,
  PAGE_SIZE,
  type Decision,
  type Filter,
} from './lexicon-api.ts';
import { lexiconMessages } from './messages.ts';
import type { Decisions } from './use-decisions.ts';

/** One page of forms, walked through by keyboard; what was decided stays in sight until the page is left. */
export function LexiconList(props: {
  summary: LexiconSummary;
  decisions: Decisions;
  filter: Filter;
}) {
  const { summary, decisions, filter } = props;
  const { code } = summary.framework;
  const t = useMessages(lexiconMessages);
  const client = useQueryClient();
  const [url, setUrl] = useUrlState();
  const page = Number(url.page) || 1;
  const asked = lexiconPage(code, filter, page);
  const query = useQuery(asked);
  const key = asked.queryKey;
  const rows = query.data?.items ?? [];
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [keysWanted, setKeysWanted] = useKeysWanted();
  const focusAt = useFocusAt();
  const { decide } = summary.may;

  const choose = (ids: readonly number[], yes: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      for (const id of ids) yes ? next.add(id) : next.delete(id);
      return next;
    });
  const go = (place: number) => {
    const kept = Math.min(Math.max(place, 0), rows.length - 1);
    setAt(kept);
    focusAt(kept);
  };
  const judge = (forms: readonly LexiconForm[], decision: Decision) => {
    if (!decisions.judge(key, forms, decision)) return;
    choose(
      forms.map(({ id }) => id),
      false,
    );
  };
  const judgeByKey = (decision: Decision) => {
    const many = rows.filter(({ id }) => chosen.has(id));
    const open = rows[at];
    if (many.length > 0) judge(many, decision);
    else if (open) {
      judge([open], decision);
      go(nextPlace(rows, at));
    }
  };
  useKeys(decide && keysWanted, {
    a: () => judgeByKey('approve'),
    r: () => judgeByKey('reject'),
    z: () => decisions.takeBack(key),
    j: () => go(isAt(document.activeElement) ? at + 1 : at),
    k: () => go(at - 1),
  });

  const again = () => client.invalidateQueries({ queryKey: [lexiconAddress(code)] });
  // What was decided has left the list on the server: the page after this one has moved up into it.
  const shrunk = rows.some(
    ({ status }) =>
      filter.status !== 'all' &&
      (filter.status ? status !== filter.status : status === 'rejected' || status === 'ended'),
  );
  const turn = (to: number) =>
    to > page && shrunk ? void again() : setUrl({ page: to === 1 ? undefined : String(to) }, true);
  const left = rows.filter(({ status }) => status === 'proposed').length;

  return (
    <PageState query={query} skeleton={<Skeleton lines={12} />}>
      {({ total }) =>
        rows.length === 0 ? (
          <Nothing />
        ) : (
          <>
            <p className="muted figures" role="status">
              {t('filter.shown', { count: total })}
            </p>
            <FormTable
              {...{ rows, at, chosen, choose, judge, decide }}
              framework={summary.framework}
              mayPropose={summary.may.propose}
              onAt={setAt}
              onPropose={(competency) => setUrl({ propose: '1', competency, page: undefined })}
            />
            {shrunk && left === 0 && total > rows.length && (
              <Empty
                title={t('further.title')}
                action={
                  <ActionButton primary onClick={() => void again()}>
                    {t('further.load')}
                  </ActionButton>
                }
              >
                {t('further.body')}
              </Empty>
            )}
            <Paging page={page} size={PAGE_SIZE} total={total} onPage={turn} />
            {decide && (
              <BulkBar
                chosen={rows.filter(({ id }) => chosen.has(id))}
                canUndo={decisions.canUndo}
                {...{ keysWanted, onKeysWanted: setKeysWanted, judge }}
                onUndo={() => decisions.takeBack(key)}
                onUnchoose={() => setChosen(new Set())}
              />
            )}
          </>
        )
      }
    </PageState>
  );
}

const isAt = (element: Element | null) => element?.hasAttribute('data-place') ?? false;

/** Moves the focus to the tick of a row once it is drawn; decided rows are drawn anew. */
function useFocusAt(): (place: number) => void {
  const wanted = useRef<number>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const tick = document.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`);
    wanted.current = undefined;
    tick?.focus({ preventScroll: true });
    tick?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  });
  const [, draw] = useState(0);
  return (place) => {
    wanted.current = place;
    draw((turn) => turn + 1);
  };
}

function Nothing() {
  const t = useMessages(lexiconMessages);
  const [url, setUrl] = useUrlState();
  const filters = ['q', 'status', 'source', 'competency', 'written', 'collisions', 'page'];
  const filtered = filters.some((name) => url[name]);
  return (
    <Empty
      title={t(filtered ? 'none.title' : 'none.emptyTitle')}
      action={
        filtered && (
          <ActionButton
            onClick={() => setUrl(Object.fromEntries(filters.map((name) => [name, undefined])))}
          >
            {t('none.clear')}
          </ActionButton>
        )
      }
    >
      {t(filtered ? 'none.body' : 'none.emptyBody')}
    </Empty>
  );
}
