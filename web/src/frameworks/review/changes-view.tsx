import type { PartChange, VersionChanges } from '@nhip/server/frameworks/versions/contract.ts';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from '../draft/draft.module.css';
import { reviewMessages } from './messages.ts';
import { FieldDifference } from './pieces.tsx';

const SHOWN = 50;

/** What one version says otherwise than another, area by area. `beside`: what stands next to a change, its threads. */
export function ChangesView(props: {
  changes: VersionChanges;
  beside?: (change: PartChange) => ReactNode;
}) {
  const t = useMessages(reviewMessages);
  const { changes } = props;
  const { counts, about, groups, successions } = changes;
  const summary = (['added', 'removed', 'moved', 'reworded', 'levels', 'relations'] as const)
    .filter((one) => counts[one] > 0)
    .map((one) => t(`changes.${one}`, { count: counts[one] }));
  return (
    <div className={styles.section}>
      <p role="status">
        {t('changes.since', { version: changes.from })}:{' '}
        {summary.length > 0 ? summary.join(' · ') : t('changes.none')}
      </p>
      {about.length > 0 && (
        <section className={styles.item}>
          <h3>{t('changes.about')}</h3>
          {about.map((change) => (
            <FieldDifference key={change.field} change={change} />
          ))}
        </section>
      )}
      {groups.map((group) => (
        <Group
          key={group.area ? `${group.area.part} ${group.area.code}` : ''}
          group={group}
          beside={props.beside}
        />
      ))}
      {successions.length > 0 && <Successions list={successions} />}
    </div>
  );
}

function Group(props: {
  group: VersionChanges['groups'][number];
  beside?: ((change: PartChange) => ReactNode) | undefined;
}) {
  const t = useMessages(reviewMessages);
  const [all, setAll] = useState(false);
  const { area, changes } = props.group;
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <section className={styles.section}>
      {area && (
        <h3>
          <span className={styles.code}>{area.code}</span> <LocalTextView text={area.label} />
        </h3>
      )}
      <ul className={styles.list}>
        {shown.map((change) => (
          <li key={`${change.part} ${change.id}`} className={styles.item}>
            <Change change={change} />
            {props.beside?.(change)}
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <div>
          <ActionButton onClick={() => setAll(true)}>
            {t('changes.more', { count: changes.length - shown.length })}
          </ActionButton>
        </div>
      )}
    </section>
  );
}

const ICONS = { added: IconPlus, removed: IconMinus, changed: IconPencil } as const;
const TONES = { added: 'supply', removed: 'fault', changed: 'accent' } as const;

function Change({ change }: { change: PartChange }) {
  const t = useMessages(reviewMessages);
  const { moved } = change;
  const texts = change.fields.filter(({ field }) => change.change === 'changed' || isProse(field));
  return (
    <>
      <div className={styles.state}>
        <StateBadge icon={ICONS[change.change]} tone={TONES[change.change]}>
          {t(`changes.kind.${change.change}`)}
        </StateBadge>
        <strong>
          {change.code} <LocalTextView text={change.label} />
        </strong>
        {moved && (
          <span className="muted">
            {moved.reordered
              ? t('changes.reordered')
              : t('changes.movedTo', {
                  from: moved.from ?? t('changes.top'),
                  to: moved.to ?? t('changes.top'),
                })}
          </span>
        )}
      </div>
      {change.change !== 'removed' &&
        texts.map((field) => <FieldDifference key={field.field} change={field} />)}
    </>
  );
}

/** Of what is new its texts and levels say all; its code and kind stand in the line already. */
function isProse(field: string): boolean {
  return /^(definition|note|descriptor|relation|requirement) /.test(field);
}

function Successions({ list }: { list: VersionChanges['successions'] }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const f = useFigures();
  return (
    <section className={styles.section}>
      <h3>{t('changes.successions')}</h3>
      <ul className={styles.list}>
        {list.map((one, at) => (
          <li key={at} className={styles.item}>
            <span>
              <strong>{one.from.code}</strong> {local(one.from.label)} →{' '}
              {one.to ? (
                <>
                  <strong>{one.to.code}</strong> {local(one.to.label)}{' '}
                  <span className="muted">
                    ({t(`succession.${one.kind}`)}, {f.share(one.weight, 0)})
                  </span>
                </>
              ) : (
                t('changes.ends')
              )}
            </span>
            {one.reason && <p className="muted small">{one.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
