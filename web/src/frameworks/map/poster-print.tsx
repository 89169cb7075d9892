import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage, useMessages } from '../../language.ts';
import { chartMessages } from '../../ui/chart/messages.ts';
import { uiMessages } from '../../ui/messages.ts';
import { drawPoster, svgElement, type Poster } from './draw-poster.ts';
import styles from './map.module.css';

export type PaperSize = 'A3' | 'A1';

/** What a printer gets instead of the screen: the poster as a drawing, on one sheet. */
export function usePosterPrint(posterOf: () => Poster): {
  print: (size: PaperSize) => void;
  sheet: ReactNode;
} {
  const ui = useMessages(uiMessages);
  const chart = useMessages(chartMessages);
  const language = useLanguage();
  const [size, setSize] = useState<PaperSize>('A3');
  const holder = useRef<HTMLDivElement>(null);
  const make = useRef(() => {});
  make.current = () => {
    const exportedOn = new Date().toISOString();
    const sheet = { ui, chart, language, exportedOn, fontFaces: '' };
    holder.current?.replaceChildren(svgElement(drawPoster(posterOf(), sheet)));
  };
  useEffect(() => {
    // by the button or by the browser's own menu; it is drawn only now, and not kept
    const before = () => make.current();
    const after = () => holder.current?.replaceChildren();
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return {
    print: (wanted) => {
      flushSync(() => setSize(wanted));
      print();
    },
    sheet: <div ref={holder} className={`print-only ${styles.sheet}`} data-size={size} />,
  };
}
