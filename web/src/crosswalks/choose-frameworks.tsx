import type { CrosswalkOverview, EndKind } from '@nhip/server/crosswalks/contract.ts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import styles from './choose-frameworks.module.css';
import { crosswalkMessages } from './messages.ts';

type Frameworks = CrosswalkOverview['frameworks'];
const KINDS: readonly EndKind[] = ['competency', 'role'];

/** Two frameworks and what is compared between them. */
export function ChooseFrameworks({ frameworks }: { frameworks: Frameworks }) {
  const t = useMessages(crosswalkMessages);
  const local = useLocalText();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [kind, setKind] = useState<EndKind>('competency');
  const sizeOf = (framework: Frameworks[number]) =>
    kind === 'role' ? framework.roles : framework.competencies;
  const options = [
    { value: '', label: t('choose.none') },
    ...frameworks.map((framework) => ({
      value: framework.code,
      label: t('choose.size', {
        name: local(framework.title) || framework.code,
        count: sizeOf(framework),
      }),
    })),
  ];
  const same = from !== '' && from === to;
  const empty = [from, to].some((code) => {
    const chosen = frameworks.find((framework) => framework.code === code);
    return chosen !== undefined && sizeOf(chosen) === 0;
  });
  const ready = from !== '' && to !== '' && !same && !empty;
  return (
    <section className={styles.choose} aria-label={t('choose.label')}>
      <NativeSelect label={t('choose.from')} value={from} options={options} onChange={setFrom} />
      <NativeSelect label={t('choose.to')} value={to} options={options} onChange={setTo} />
      <NativeSelect
        label={t('choose.kind')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => setKind(value as EndKind)}
      />
      {ready ? (
        <Link
          className="action"
          data-primary
          to="/crosswalks/$from/$to"
          params={{ from, to }}
          search={{ kind }}
        >
          {t('choose.open')}
        </Link>
      ) : (
        <p role="status" className="muted small">
          {same ? t('choose.same') : empty ? t('choose.empty') : ''}
        </p>
      )}
    </section>
  );
}
