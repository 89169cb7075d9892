import { Fragment } from 'react';
import styles from './highlighted.module.css';
import { cutAtSpans, type HighlightSpan } from './cut-at-spans.ts';

/**
 * A text with marked words: underlined in the colour of its side, with the names of what they mean
 * as a tooltip. Offsets are UTF-16, as in the contract. `lang` where the text is not the reader's language.
 */
export function Highlighted(props: {
  text: string;
  spans: HighlightSpan[];
  tone?: 'demand' | 'supply';
  lang?: string;
  /** Id of the span to emphasise, for example the one chosen in a list beside the text. */
  active?: number | string;
}) {
  return (
    <span className={styles.text} data-tone={props.tone ?? 'demand'} lang={props.lang}>
      {cutAtSpans(props.text, props.spans).map((piece) =>
        piece.spans.length === 0 ? (
          <Fragment key={piece.start}>{piece.text}</Fragment>
        ) : (
          <mark
            key={piece.start}
            id={elementId(piece.spans[0]?.id)}
            title={
              piece.spans
                .map((span) => span.label)
                .filter(Boolean)
                .join(' · ') || undefined
            }
            data-active={
              piece.spans.some((span) => span.id !== undefined && span.id === props.active) ||
              undefined
            }
            data-pending={piece.spans.every(({ pending }) => pending) || undefined}
          >
            {piece.text}
          </mark>
        ),
      )}
    </span>
  );
}

function elementId(id: number | string | undefined): string | undefined {
  return id === undefined ? undefined : `span-${id}`;
}
