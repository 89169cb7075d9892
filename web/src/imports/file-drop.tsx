import type { ImportKind } from '@nhip/server/imports/contract.ts';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import styles from './file-drop.module.css';
import { fileSize } from './file-size.ts';
import { importMessages } from './messages.ts';

/** A file by drag, by click or by keyboard: the field is the browser's own, the frame around it takes drops. */
export function FileDrop(props: {
  kind: ImportKind;
  file: File | undefined;
  fault: string | undefined;
  onFile: (file: File) => void;
}) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const id = useId();
  const [over, setOver] = useState(false);
  const { file } = props;
  const take = (list: FileList | null) => {
    const first = list?.[0];
    if (first) props.onFile(first);
  };
  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      data-fault={props.fault ? true : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        type="file"
        accept=".csv,.json,.gz,.xlsx"
        aria-describedby={`${id}-accepts ${id}-fault`}
        aria-invalid={props.fault !== undefined}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      {file ? <IconFile aria-hidden /> : <IconUpload aria-hidden />}
      <div>
        <p>
          {file
            ? t('start.chosen', { name: file.name, size: fileSize(file.size, f.number) })
            : t('start.drop')}{' '}
          <label htmlFor={id}>{file ? t('start.other') : t('start.choose')}</label>
        </p>
        <p id={`${id}-accepts`} className="muted small">
          {t(`start.accepts.${props.kind}`)}
        </p>
        <p id={`${id}-fault`} className={styles.fault}>
          {props.fault}
        </p>
      </div>
    </div>
  );
}
