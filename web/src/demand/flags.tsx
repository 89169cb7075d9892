import { useMessages } from '../language.ts';
import styles from './flags.module.css';
import { demandMessages } from './messages.ts';

const flagCodes = [
  'template-text',
  'requirements-too-short',
  'duplicate-in-file',
  'place-contradiction',
  'place-unknown',
  'work-mode-unknown',
  'tags-not-a-list',
  'markup-in-text',
  'formula-in-cell',
  'garbled-letters',
  'control-characters',
] as const;

/** What lint found in an advertisement, in words; a code of a newer server stays a code. */
export function Flags({ codes }: { codes: string[] }) {
  const t = useMessages(demandMessages);
  if (codes.length === 0) return null;
  return (
    <ul className={styles.flags}>
      {codes.map((code) => {
        const known = flagCodes.find((candidate) => candidate === code);
        return <li key={code}>{known ? t(`flag.${known}`) : code}</li>;
      })}
    </ul>
  );
}
