import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { frameworks } from '../frameworks/frameworks-api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import { linkingMessages } from './messages.ts';
import styles from './try-form.module.css';

const KINDS = ['advertisement', 'syllabus', 'other'] as const;
const TIERS = ['hybrid', 'dictionary'] as const;
/** As many UTF-16 units as one request takes. */
const LONGEST = 200_000;

export interface Wanted {
  text: string;
  kind: (typeof KINDS)[number];
  tier: (typeof TIERS)[number];
  /** '': those in use */
  framework: string;
}

/** The text and how it is to be read. */
export function TryForm(props: { busy: boolean; onSend: (wanted: Wanted) => void }) {
  const t = useMessages(linkingMessages);
  const id = useId();
  const [wanted, setWanted] = useState<Wanted>({
    ...{ text: '', kind: 'advertisement', tier: 'hybrid', framework: '' },
  });
  const change = (part: Partial<Wanted>) => setWanted((before) => ({ ...before, ...part }));
  const left = LONGEST - wanted.text.length;
  const ready = wanted.text.trim() !== '' && left >= 0 && !props.busy;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (ready) props.onSend(wanted);
  };
  return (
    <form className={styles.form} aria-label={t('form.label')} onSubmit={submit}>
      <div className={styles.head}>
        <label htmlFor={id}>{t('form.text')}</label>
        <ActionButton quiet compact onClick={() => change({ text: t('example') })}>
          {t('form.example')}
        </ActionButton>
      </div>
      <textarea
        id={id}
        className={styles.text}
        rows={8}
        value={wanted.text}
        aria-describedby={`${id}-left`}
        aria-invalid={left < 0}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <p
        id={`${id}-left`}
        className={`${styles.left} muted small`}
        data-fault={left < 0 || undefined}
      >
        {left < 0 ? t('form.tooLong', { count: LONGEST }) : t('form.left', { count: left })}
      </p>
      <div className={styles.options}>
        <NativeSelect
          label={t('form.kind')}
          value={wanted.kind}
          options={KINDS.map((value) => ({ value, label: t(`form.kinds.${value}`) }))}
          onChange={(kind) => change({ kind: kind as Wanted['kind'] })}
        />
        <FrameworkSelect value={wanted.framework} onChange={(framework) => change({ framework })} />
        <NativeSelect
          label={t('form.tier')}
          value={wanted.tier}
          options={TIERS.map((value) => ({ value, label: t(`form.tiers.${value}`) }))}
          onChange={(tier) => change({ tier: tier as Wanted['tier'] })}
        />
        <ActionButton primary type="submit" icon={IconSearch} aria-disabled={!ready}>
          {t(props.busy ? 'form.sending' : 'form.send')}
        </ActionButton>
        <span className={`${styles.keys} muted small`}>{t('form.keys')}</span>
      </div>
    </form>
  );
}

function FrameworkSelect(props: { value: string; onChange: (code: string) => void }) {
  const t = useMessages(linkingMessages);
  const local = useLocalText();
  const published = (useQuery(frameworks).data ?? []).filter(
    ({ version }) => version.status === 'published',
  );
  return (
    <NativeSelect
      label={t('form.framework')}
      value={props.value}
      options={[
        { value: '', label: t('form.inUse') },
        ...published.map(({ code, title }) => ({
          value: code,
          label: local({ vi: title.vi ?? null, en: title.en ?? null }) || code,
        })),
      ]}
      onChange={props.onChange}
    />
  );
}
