import type { DraftTree as Entries } from '@nhip/server/frameworks/drafting/contract.ts';
import { Edited } from '@nhip/server/frameworks/drafting/contract.ts';
import { IconArrowLeft, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice, type NoticeContent } from '../../ui/notice.tsx';
import { Empty, PageState } from '../../ui/page-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useUrlState } from '../../url-state.ts';
import {
  draftAddress,
  forgetDraft,
  partAddress,
  partQuery,
  Revision,
  treeQuery,
  type PartName,
} from './draft-api.ts';
import { DraftTree } from './draft-tree.tsx';
import styles from './draft.module.css';
import { draftMessages } from './messages.ts';
import { PartPanel } from './part-panel.tsx';
import {
  after,
  destination,
  matching,
  nextCode,
  rowsOf,
  treeOf,
  type Destination,
} from './tree-rows.ts';

/** The tree at the left, what is chosen in it at the right. */
export function TreePart(props: {
  code: string;
  part: PartName;
  mayEdit: boolean;
  revision: number;
}) {
  const query = useQuery(treeQuery(props.code, props.part));
  const { refetch } = query;
  const stale = query.data !== undefined && query.data.revision < props.revision;
  useEffect(() => {
    if (stale) void refetch();
  }, [stale, refetch]);
  return <PageState query={query}>{(tree) => <Editor {...props} entries={tree} />}</PageState>;
}

function Editor(props: { code: string; part: PartName; mayEdit: boolean; entries: Entries }) {
  const { code, part, mayEdit, entries } = props;
  const t = useMessages(draftMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const [url, setUrl] = useUrlState();
  const [notice, setNotice] = useState<NoticeContent>();
  const [closed, setClosed] = useState<ReadonlySet<number>>(() => new Set());
  const panel = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  const query = url.q ?? '';
  const tree = useMemo(() => treeOf(entries.entries), [entries]);
  const rows = useMemo(() => {
    if (query === '') return rowsOf(tree, (id) => !closed.has(id));
    const kept = matching(tree, query);
    return rowsOf(tree, () => true).filter((row) => kept.has(row.entry.id));
  }, [tree, closed, query]);
  const chosenId = Number(url.entry) || undefined;
  const chosen = chosenId === undefined ? undefined : tree.byId.get(chosenId);

  const say = useCallback(
    (words: string, action?: NoticeContent['action'], tone?: 'fault') =>
      setNotice({ id: Date.now(), words, ...(action && { action }), ...(tone && { tone }) }),
    [],
  );
  async function run<T>(act: () => Promise<T>, gone?: number): Promise<T | undefined> {
    // the way back from what was done before leads nowhere once something else is under way
    setNotice(undefined);
    try {
      const done = await act();
      // what has just been removed is still on the screen for a moment, and is not asked for again
      void forgetDraft(
        queries,
        code,
        gone === undefined ? undefined : partQuery(code, part, gone).queryKey,
      );
      return done;
    } catch (error) {
      const words = error instanceof ApiProblem ? error.words[language] : String(error);
      say(words, undefined, 'fault');
      void forgetDraft(queries, code);
      return undefined;
    }
  }
  const choose = (id: number | undefined) => setUrl({ entry: id === undefined ? '' : String(id) });
  const focusTree = () => side.current?.querySelector<HTMLElement>('[data-tree]')?.focus();
  const focusForm = () =>
    setTimeout(() => panel.current?.querySelector<HTMLElement>('[data-first]')?.focus(), 60);
  const undo = (revision: number) =>
    void run(() => send(Revision, 'POST', `${draftAddress(code)}/undo`, { revision })).then(
      (done) => {
        if (done) say(t('tree.undone'));
        focusTree();
      },
    );

  async function move(id: number, to: Destination | undefined) {
    if (!to) return;
    if (to.parentId !== null) open(to.parentId, true);
    const address = `${partAddress(code, part, id)}/place`;
    const done = await run(() => send(Edited, 'POST', address, { seen: entries.revision, ...to }));
    const moved = tree.byId.get(id)?.code ?? '';
    if (done && done.revision !== entries.revision) {
      say(t('tree.moved', { code: moved }), {
        label: t('tree.undo'),
        run: () => undo(done.revision),
      });
    }
  }
  async function add(where: Destination) {
    const siblings = tree.children.get(where.parentId) ?? [];
    const kind = siblings[0]?.kind ?? (part === 'item' ? 'skill' : 'work-role');
    const body = {
      ...where,
      ...{ code: nextCode(tree, where.parentId, part === 'item' ? 'N' : 'R'), kind, fields: {} },
    };
    if (where.parentId !== null) open(where.parentId, true);
    const done = await run(() => send(Edited, 'POST', partAddress(code, part), body));
    if (!done?.part) return;
    await forgetDraft(queries, code);
    choose(done.part.id);
    say(t('tree.added', { code: body.code }));
    setTimeout(focusForm, 250);
  }
  async function remove(id: number) {
    const at = rows.findIndex((row) => row.entry.id === id);
    const next =
      rows[at + 1]?.entry.parentId === id ? rows[at - 1] : (rows[at + 1] ?? rows[at - 1]);
    const address = `${partAddress(code, part, id)}/remove`;
    const done = await run(() => send(Edited, 'POST', address, { seen: entries.revision }), id);
    if (!done) return;
    choose(next?.entry.id);
    say(t('tree.removed', { code: tree.byId.get(id)?.code }), {
      label: t('tree.undo'),
      run: () => undo(done.revision),
    });
    focusTree();
  }
  function open(id: number, wanted: boolean) {
    setClosed((before) => {
      const now = new Set(before);
      if (wanted) now.delete(id);
      else now.add(id);
      return now;
    });
  }
  const beside = (id: number | null): Destination =>
    id === null
      ? { parentId: null, beforeId: null }
      : { parentId: tree.byId.get(id)?.parentId ?? null, beforeId: after(tree, id) };

  return (
    <div className={styles.editor} data-chosen={chosen ? '' : undefined}>
      <div className={styles.side} ref={side}>
        <div className={styles.bar}>
          <SearchField
            label={t('tree.filter')}
            value={query}
            onChange={(q) => setUrl({ q })}
            placeholder={t('tree.filterHint')}
          />
          {mayEdit && (
            <>
              <ActionButton icon={IconPlus} onClick={() => void add(beside(chosen?.id ?? null))}>
                {t('tree.add')}
              </ActionButton>
              {chosen && (
                <ActionButton
                  quiet
                  onClick={() => void add({ parentId: chosen.id, beforeId: null })}
                >
                  {t('tree.addUnder')}
                </ActionButton>
              )}
            </>
          )}
        </div>
        {rows.length === 0 ? (
          <p className="muted">{t(query ? 'tree.none' : 'tree.empty')}</p>
        ) : (
          <DraftTree
            label={t(part === 'item' ? 'tree.items' : 'tree.roles')}
            tree={tree}
            rows={rows}
            chosen={chosen?.id}
            mayEdit={mayEdit}
            actions={{
              choose,
              toggle: open,
              edit: focusForm,
              step: (id, step) => void move(id, destination(tree, id, step)),
              drop: (id, { target, place }) => {
                if (place === 'inside') return void move(id, { parentId: target, beforeId: null });
                const parentId = tree.byId.get(target)?.parentId ?? null;
                const beforeId = place === 'before' ? target : after(tree, target);
                void move(id, { parentId, beforeId });
              },
              add: (id) => void add(beside(id)),
              remove: (id) => void remove(id),
            }}
          />
        )}
        {mayEdit && <p className="muted small">{t('tree.keys')}</p>}
      </div>
      <div
        ref={panel}
        className={styles.panel}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) focusTree();
        }}
      >
        {chosen ? (
          <>
            <div className={styles.line}>
              <span className={styles.back}>
                <ActionButton icon={IconArrowLeft} quiet onClick={() => choose(undefined)}>
                  {t('tree.back')}
                </ActionButton>
              </span>
              {mayEdit && (
                <span className={styles.inline}>
                  <StepButtons
                    onStep={(step) => void move(chosen.id, destination(tree, chosen.id, step))}
                    may={(step) => destination(tree, chosen.id, step) !== undefined}
                  />
                  <ActionButton
                    compact
                    quiet
                    icon={IconTrash}
                    onClick={() => void remove(chosen.id)}
                  >
                    {t('tree.remove')}
                  </ActionButton>
                </span>
              )}
            </div>
            <PartPanel
              key={`${part} ${chosen.id}`}
              {...{ code, part, mayEdit }}
              id={chosen.id}
              onNotice={(words, { action, tone } = {}) => say(words, action, tone)}
            />
          </>
        ) : (
          <Empty title={t('tree.choose')} />
        )}
      </div>
      <Notice content={notice} onClose={() => setNotice(undefined)} />
    </div>
  );
}

function StepButtons(props: {
  onStep: (step: 'up' | 'down' | 'in' | 'out') => void;
  may: (step: 'up' | 'down' | 'in' | 'out') => boolean;
}) {
  const t = useMessages(draftMessages);
  const steps = [
    ['up', 'tree.up'],
    ['down', 'tree.down'],
    ['in', 'tree.indent'],
    ['out', 'tree.outdent'],
  ] as const;
  return steps.map(([step, words]) => (
    <ActionButton
      key={step}
      compact
      quiet
      disabled={!props.may(step)}
      onClick={() => props.onStep(step)}
    >
      {t(words)}
    </ActionButton>
  ));
}
