import type { Succession } from '@nhip/server/frameworks/review/contract.ts';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, send } from '../../api.ts';
import { useLanguage, useLocalText, useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Done, draftAddress, forgetDraft } from '../draft/draft-api.ts';
import styles from '../draft/draft.module.css';
import { itemNamed, ItemPick, useItems } from '../draft/item-pick.tsx';
import { reviewMessages } from './messages.ts';

type Gone = Succession['gone'][number];
type Kind = NonNullable<Gone['kind']>;
interface End {
  id: number;
  code: string;
  weight: number;
}

const KINDS = ['replaced', 'split', 'merged', 'ended'] as const;

/** What becomes of one competency: what it is, into what, with which weights and why. */
export function SuccessionForm(props: { code: string; entry: Gone; onSaved: () => void }) {
  const t = useMessages(reviewMessages);
  const language = useLanguage();
  const local = useLocalText();
  const queries = useQueryClient();
  const items = useItems(props.code);
  const { code, entry } = props;
  const [kind, setKind] = useState<Kind>(entry.kind ?? 'replaced');
  const [ends, setEnds] = useState<End[]>(entry.to);
  const [text, setText] = useState('');
  const [reason, setReason] = useState(entry.reason);
  const [fault, setFault] = useState<string>();
  const add = (end: { id: number; code: string }) => {
    setText('');
    setFault(undefined);
    if (ends.some(({ id }) => id === end.id)) return;
    const next = kind === 'split' ? [...ends, end] : [end];
    const share = Math.floor(100 / next.length) / 100;
    setEnds(next.map(({ id, code: own }) => ({ id, code: own, weight: share })));
  };
  const save = async () => {
    const to = kind === 'ended' ? [] : ends.map(({ id, weight }) => ({ id, weight }));
    try {
      const address = `${draftAddress(code)}/succession/${entry.competency.id}`;
      await send(Done, 'PUT', address, { kind, to, reason });
      setFault(undefined);
      await forgetDraft(queries, code);
      props.onSaved();
    } catch (error) {
      setFault(error instanceof ApiProblem ? error.words[language] : String(error));
    }
  };
  return (
    <form
      className={styles.section}
      aria-label={`${t('succession.title')}: ${entry.competency.code}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {entry.suggestions.length > 0 && kind !== 'ended' && (
        <div className={styles.state}>
          <span className="muted small">{t('succession.suggestions')}:</span>
          {entry.suggestions.map((one) => (
            <ActionButton key={one.id} compact onClick={() => add(one)}>
              {`${one.code} ${local(one.label)} (${t(`succession.${one.because}`)})`}
            </ActionButton>
          ))}
        </div>
      )}
      <div className={styles.inline}>
        <label className={styles.field}>
          <span className={styles.head}>{t('succession.kind')}</span>
          <select value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`succession.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {kind !== 'ended' && (
          <>
            <ItemPick items={items} label={t('succession.to')} value={text} onChange={setText} />
            <ActionButton
              onClick={() => {
                const item = itemNamed(items, text);
                if (item) add(item);
                else setFault(t('succession.unknown'));
              }}
            >
              {t('succession.add')}
            </ActionButton>
          </>
        )}
      </div>
      {kind !== 'ended' && (
        <ul className={styles.list}>
          {ends.map((end) => (
            <li key={end.id} className={styles.inline}>
              <strong>{end.code}</strong>
              <label className={styles.field}>
                <span className={styles.head}>{t('succession.weight')}</span>
                <input
                  type="number"
                  min={1}
                  max={100}
                  value={Math.round(end.weight * 100)}
                  onChange={(event) =>
                    setEnds(
                      ends.map((one) =>
                        one.id === end.id
                          ? { ...one, weight: Number(event.target.value) / 100 }
                          : one,
                      ),
                    )
                  }
                />
              </label>
              <button
                type="button"
                className={styles.icon}
                aria-label={t('succession.remove', { code: end.code })}
                onClick={() => setEnds(ends.filter(({ id }) => id !== end.id))}
              >
                <IconX size={16} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label className={styles.field}>
        <span className={styles.head}>{t('succession.reason')}</span>
        <input
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {fault && <p role="alert">{fault}</p>}
      <div>
        <ActionButton type="submit">{t('succession.save')}</ActionButton>
      </div>
    </form>
  );
}
