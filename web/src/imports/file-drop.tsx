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
  files: readonly File[];
  /** an official distribution is several files */
  several: boolean;
  fault: string | undefined;
  onFiles: (files: readonly File[]) => void;
}) {
  const t = useMessages(importMessages);
  const f = useFigures();
  const id = useId();
  const [over, setOver] = useState(false);
  const { files } = props;
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    if (chosen.length > 0) props.onFiles(props.several ? chosen : chosen.slice(0, 1));
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
        accept=".csv,.tsv,.txt,.json,.jsonl,.jsonld,.gz,.xlsx,.zip"
        multiple={props.several}
        aria-describedby={`${id}-accepts ${id}-fault`}
        aria-invalid={props.fault !== undefined}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
      {files.length > 0 ? <IconFile aria-hidden /> : <IconUpload aria-hidden />}
      <div>
        <p>
          {files.length > 0
            ? t('start.chosen', { name: nameOf(files), size: fileSize(size, f.number) })
            : t('start.drop')}{' '}
          <label htmlFor={id}>{files.length > 0 ? t('start.other') : t('start.choose')}</label>
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

function nameOf(files: readonly File[]): string {
  const names = files.slice(0, 3).map(({ name }) => name);
  return names.join(', ') + (files.length > 3 ? ` … (+${files.length - 3})` : '');
}
