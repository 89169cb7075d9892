import type { ReviewExample, ReviewItem } from '@nhip/server/review/contract.ts';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { NativeSelect } from '../ui/native-select.tsx';
import styles from './act-panel.module.css';
import { ChooseCompetency, type Chosen } from './choose-competency.tsx';
import { reviewMessages } from './messages.ts';
import { wordsAt } from './words-at.ts';

/** The phrase means another competency: which one? */
export function ReplacePanel(props: {
  item: ReviewItem;
  onChoose: (chosen: Chosen) => void;
  onClose: () => void;
}) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const { normalised, competency } = props.item;
  return (
    <Panel title={t('replace.title', { surface: normalised })} onClose={props.onClose}>
      <p className="muted small">{t('replace.hint', { name: local(competency.label) })}</p>
      <ChooseCompetency not={competency.id} onChoose={props.onChoose} />
    </Panel>
  );
}

/** Words of the shown line that nobody has linked: first which words, then which competency. */
export function AddPanel(props: {
  item: ReviewItem;
  onAdd: (example: ReviewExample, phrase: string, chosen: Chosen) => void;
  onClose: () => void;
}) {
  const t = useMessages(reviewMessages);
  const id = useId();
  const { examples } = props.item;
  const [at, setAt] = useState(0);
  const [phrase, setPhrase] = useState('');
  const [marked, setMarked] = useState(false);
  const line = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (marked) return;
    line.current?.focus();
    line.current?.setSelectionRange(0, 0);
  }, [marked]);
  const example = examples[at];
  if (!example) {
    return (
      <Panel title={t('add.title')} onClose={props.onClose}>
        <p>{t('item.noExamples')}</p>
      </Panel>
    );
  }
  if (marked) {
    return (
      <Panel title={t('add.means', { phrase })} onClose={props.onClose}>
        <ChooseCompetency onChoose={(chosen) => props.onAdd(example, phrase, chosen)} />
        <ActionButton quiet onClick={() => setMarked(false)}>
          {t('add.otherWords')}
        </ActionButton>
      </Panel>
    );
  }
  return (
    <Panel title={t('add.title')} onClose={props.onClose}>
      {examples.length > 1 && (
        <NativeSelect
          label={t('add.line')}
          value={String(at)}
          onChange={(value) => {
            setAt(Number(value));
            setPhrase('');
          }}
          options={examples.map(({ kind }, place) => ({
            value: String(place),
            label: `${place + 1}. ${t(`item.${kind}`)}`,
          }))}
        />
      )}
      <label className={styles.label} htmlFor={id}>
        {t('add.mark')}
      </label>
      <textarea
        key={at}
        ref={line}
        id={id}
        className={styles.line}
        // not `readOnly`: that takes the caret away from whoever selects by keyboard
        aria-readonly
        inputMode="none"
        spellCheck={false}
        onBeforeInput={(event) => event.preventDefault()}
        onChange={() => undefined}
        rows={4}
        value={example.text}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
          setPhrase(
            selectionEnd > selectionStart
              ? wordsAt(example.text, selectionStart, selectionEnd)
              : '',
          )
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (phrase !== '') setMarked(true);
        }}
      />
      <p role="status">{phrase === '' ? t('add.nothing') : t('add.marked', { phrase })}</p>
      <ActionButton primary disabled={phrase === ''} onClick={() => setMarked(true)}>
        {t('add.next')}
      </ActionButton>
    </Panel>
  );
}

/** Escape closes it; whoever opened it gets the focus back. */
function Panel(props: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useMessages(reviewMessages);
  const id = useId();
  return (
    <section
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          props.onClose();
        }
      }}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
      <p>
        <ActionButton quiet compact onClick={props.onClose}>
          {t('do.cancel')}
        </ActionButton>
      </p>
    </section>
  );
}
