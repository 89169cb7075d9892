import { useEffect, useRef, useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Highlighted } from '../ui/highlighted.tsx';
import { countsAlone, groupFound, type FoundPlace } from './found-groups.ts';
import { FoundList } from './found-list.tsx';
import styles from './found-result.module.css';
import type { Answered } from './linking-page.tsx';
import { linkingMessages } from './messages.ts';

/** The text with what was found underlined, and beside it each competency with its grounds. */
export function FoundResult(props: { answered: Answered; again: () => void }) {
  const t = useMessages(linkingMessages);
  const local = useLocalText();
  const [active, setActive] = useState<number>();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    setActive(undefined);
    section.current?.focus();
  }, [props.answered]);
  const { wanted, reply } = props.answered;
  const groups = groupFound(reply.links);
  const show = ({ id }: FoundPlace) => {
    setActive(id);
    document.getElementById(`span-${id}`)?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <section className={styles.result} ref={section} tabIndex={-1} aria-label={t('result.title')}>
      <h2>
        {groups.length === 0 ? t('result.none') : t('result.found', { count: groups.length })}
      </h2>
      {groups.length === 0 && <p className="muted">{t('result.noneWhy')}</p>}
      <HybridNotice answered={props.answered} again={props.again} />
      {groups.length > 0 && (
        <div className={styles.layout}>
          <div className={styles.text}>
            <h3>{t('result.text')}</h3>
            <div className={styles.read}>
              <Highlighted
                text={wanted.text}
                active={active}
                spans={reply.links
                  .map((link, id) => ({ ...link, id }))
                  .filter(({ verdict }) => verdict === null || verdict === 'accept')
                  .map((link) => ({
                    ...{ id: link.id, start: link.start, end: link.end },
                    label: local(link.competency.label),
                    pending: !countsAlone(link),
                  }))}
              />
            </div>
            <p className="muted small">{t('result.dashed')}</p>
          </div>
          <div className={styles.side}>
            <h3>{t('result.list')}</h3>
            <FoundList groups={groups} active={active} framework={wanted.framework} onShow={show} />
          </div>
        </div>
      )}
      <Made answered={props.answered} />
    </section>
  );
}

/** Why the ranking had no part in it, where it was asked for. */
function HybridNotice({ answered, again }: { answered: Answered; again: () => void }) {
  const t = useMessages(linkingMessages);
  const { wanted, reply } = answered;
  const { tier, hybrid } = reply.linker;
  if (wanted.tier !== 'hybrid' || tier === 'hybrid') return null;
  const state = hybrid === 'off' || hybrid === 'failed' ? hybrid : 'building';
  return (
    <div className={styles.notice} role="status">
      <p>{t(`hybrid.${state}`)}</p>
      {state !== 'off' && (
        <ActionButton compact onClick={again}>
          {t('hybrid.again')}
        </ActionButton>
      )}
    </div>
  );
}

/** What made the links, so that an answer can be told from one of another day. */
function Made({ answered: { reply } }: { answered: Answered }) {
  const t = useMessages(linkingMessages);
  const { linker, read } = reply;
  const frameworks = linker.frameworks.map(({ code, version }) => `${code} ${version}`).join(', ');
  return (
    <div className={`${styles.made} muted small`}>
      {read.units < read.of && <p>{t('result.partly', read)}</p>}
      <p>{t('result.by', { version: linker.version, frameworks })}</p>
    </div>
  );
}
