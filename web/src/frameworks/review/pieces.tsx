import type { FieldChange } from '@nhip/server/frameworks/versions/contract.ts';
import { useMessages } from '../../language.ts';
import styles from '../draft/draft.module.css';
import { fieldName, valueInWords } from '../draft/field-name.ts';
import { draftMessages } from '../draft/messages.ts';

/** One field in both wordings, with the words marked that left and that came. */
export function FieldDifference({ change }: { change: FieldChange }) {
  const t = useMessages(draftMessages);
  const { field, before, after, pieces } = change;
  const language = /(?:^| )(vi|en)$/.exec(field)?.[1];
  return (
    <div>
      <span className="muted small">{fieldName(field, t)}</span>
      <p lang={language}>
        {pieces ? (
          pieces.map((piece, at) =>
            piece.in === 'both' ? (
              <span key={at}>{piece.text}</span>
            ) : piece.in === 'before' ? (
              <del key={at} className={styles.gone}>
                {piece.text}
              </del>
            ) : (
              <ins key={at} className={styles.come}>
                {piece.text}
              </ins>
            ),
          )
        ) : (
          <>
            {before !== null && <del className={styles.gone}>{valueInWords(before, t)}</del>}{' '}
            {after !== null && <ins className={styles.come}>{valueInWords(after, t)}</ins>}
          </>
        )}
      </p>
    </div>
  );
}
