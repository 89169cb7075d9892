import type { RefObject } from 'react';
import { useMessages } from '../language.ts';
import styles from './decision-bar.module.css';
import { reviewMessages } from './messages.ts';

const KEYS = [
  'next',
  'previous',
  'accept',
  'reject',
  'replace',
  'ambiguous',
  'add',
  'undo',
  'help',
] as const;
const LETTERS: Record<(typeof KEYS)[number], string[]> = {
  next: ['J', '→'],
  previous: ['K', '←'],
  accept: ['A'],
  reject: ['R'],
  replace: ['P'],
  ambiguous: ['M'],
  add: ['N'],
  undo: ['U', 'Z'],
  help: ['?'],
};

/** Single letters can be switched off, and ? shows what each does. */
export function KeyHelp(props: {
  wanted: boolean;
  open: boolean;
  summary: RefObject<HTMLElement | null>;
  onWanted: (wanted: boolean) => void;
  onOpen: (open: boolean) => void;
}) {
  const t = useMessages(reviewMessages);
  return (
    <div className={styles.help}>
      <label>
        <input
          type="checkbox"
          checked={props.wanted}
          onChange={(event) => props.onWanted(event.target.checked)}
        />
        {t('keys.toggle')}
      </label>
      {props.wanted ? (
        <details open={props.open} onToggle={(event) => props.onOpen(event.currentTarget.open)}>
          <summary ref={props.summary}>{t('keys.title')}</summary>
          <dl>
            {KEYS.map((name) => (
              <div key={name}>
                <dt>
                  {LETTERS[name].map((letter) => (
                    <kbd key={letter}>{letter}</kbd>
                  ))}
                </dt>
                <dd>{t(`keys.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : (
        <span>{t('keys.off')}</span>
      )}
    </div>
  );
}
