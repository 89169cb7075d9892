import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages, type TranslateOf } from '../../language.ts';
import { ChartExport } from '../../ui/chart/chart-export.tsx';
import { ExportLinks } from '../../ui/export-links.tsx';
import { useInstallation } from '../../ui/installation.ts';
import { itemPlace } from '../places.ts';
import { useWords, WordsView } from '../words.tsx';
import {
  comparedRows,
  highestLevel,
  type ComparedRow,
  type Mark,
  type Part,
} from './compare-rows.ts';
import type { RoleComparison } from './compare-roles.ts';
import { roleMessages } from './messages.ts';
import styles from './compare-picture.module.css';

const parts: Part[] = ['both', 'to', 'from'];

/** What two roles share and how far apart they lie, one line for each competency from level to level. */
export function ComparePicture(props: {
  from: RoleDetail;
  to: RoleDetail;
  found: RoleComparison;
  names: { from: string; to: string };
  places: { a: string; b: string };
}) {
  const { from, to, found, names } = props;
  const t = useMessages(roleMessages);
  const words = useWords();
  const demonstration = useInstallation()?.kind === 'demo';
  const rows = comparedRows(found);
  const highest = highestLevel(rows);
  const levels = Array.from({ length: highest }, (_, at) => at + 1);
  const headings = {
    both: t('compare.both'),
    from: t('compare.onlyLeft', { role: names.from }),
    to: t('compare.onlyRight', { role: names.to }),
  };
  const title = t('compare.finding', {
    ...names,
    ...{ both: found.both.length, raised: found.steps.raised, added: found.steps.added },
  });
  const shown = parts.filter((part) => rows[part].length > 0);
  return (
    <figure className={styles.picture} aria-labelledby="compare-picture">
      <figcaption>
        <h2 id="compare-picture">{title}</h2>
        <p className="muted small">{t('compare.pictureLead')}</p>
      </figcaption>
      <div className={styles.bar} aria-hidden>
        {(['from', 'both', 'to'] as const)
          .filter((part) => rows[part].length > 0)
          .map((part) => (
            <span key={part} data-part={part} style={{ flexGrow: rows[part].length }}>
              {rows[part].length}
            </span>
          ))}
      </div>
      <ul className={styles.legend} aria-hidden>
        <li>
          <i data-mark="from" /> {names.from}
        </li>
        <li>
          <i data-mark="to" /> {names.to}
        </li>
        <li>
          <i data-mark="same" /> {t('compare.sameMark')}
        </li>
        <li>
          <b>{t('compare.boldMark')}</b>
        </li>
      </ul>
      {shown.map((part) => (
        <div key={part} className={styles.part}>
          <div className={styles.head}>
            <h3>
              {headings[part]} <span className="muted">({rows[part].length})</span>
            </h3>
            <span className={styles.levels} aria-hidden>
              {levels.map((level) => (
                <span key={level} style={{ left: at(level, highest) }}>
                  {level}
                </span>
              ))}
            </span>
          </div>
          <ul className={styles.rows}>
            {rows[part].map((row) => (
              <li key={row.requirement.item.id} data-essential={isEssential(row) || undefined}>
                <Link to={itemPlace(to.framework, row.requirement.item.code)}>
                  <WordsView
                    words={row.requirement.item.label}
                    fallback={row.requirement.item.code}
                  />
                </Link>
                <span className={styles.track} role="img" aria-label={said(row, t, names)}>
                  {levels.map((level) => (
                    <i key={level} data-tick style={{ left: at(level, highest) }} />
                  ))}
                  <Between row={row} highest={highest} />
                  <Dot side="from" mark={row.from} other={row.to} highest={highest} />
                  <Dot side="to" mark={row.to} other={row.from} highest={highest} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className={styles.away}>
        <ExportLinks path="/api/roles/compare" search={props.places} />
        <ChartExport
          chart={t('compare.title')}
          file={t('compare.file')}
          draw={async (sheet) => {
            const { drawComparedRoles } = await import('./draw-compared-roles.ts');
            const sources = [
              ...new Set([from, to].map(({ framework: f }) => `${f.code} ${f.version}`)),
            ];
            return drawComparedRoles(
              {
                ...{ rows, highest, names, headings, title, demonstration },
                subtitle: t('compare.pictureLead'),
                legend: { same: t('compare.sameMark'), bold: t('compare.boldMark') },
                labelOf: ({ requirement: { item } }) => words(item.label) || item.code,
                source: sources,
              },
              sheet,
            );
          }}
        />
      </div>
    </figure>
  );
}

const isEssential = ({ from, to }: ComparedRow) => (to ?? from)!.essential;
const at = (level: number, highest: number) => `${((level - 0.5) / highest) * 100}%`;

function said(
  { from, to, step }: ComparedRow,
  t: TranslateOf<typeof roleMessages>,
  names: { from: string; to: string },
): string {
  const one = (mark: Mark | undefined, role: string) =>
    mark &&
    t('compare.said', {
      role,
      level: mark.level === null ? t('compare.noLevel') : t('compare.cell', { level: mark.level }),
    });
  return [one(from, names.from), one(to, names.to), step === 0 ? t('compare.same') : undefined]
    .filter((words) => words !== undefined)
    .join('; ');
}

function Between({ row, highest }: { row: ComparedRow; highest: number }) {
  const { from, to, step } = row;
  if (!step || from?.level == null || to?.level == null) return null;
  const [low, high] = [Math.min(from.level, to.level), Math.max(from.level, to.level)];
  return (
    <i
      data-between={step > 0 ? 'up' : 'down'}
      style={{ left: at(low, highest), width: `${((high - low) / highest) * 100}%` }}
    />
  );
}

function Dot(props: {
  side: 'from' | 'to';
  mark: Mark | undefined;
  other: Mark | undefined;
  highest: number;
}) {
  const { side, mark, other, highest } = props;
  if (mark?.level == null) return null;
  const same = other?.level === mark.level;
  if (same && side === 'from') return null;
  return <i data-mark={same ? 'same' : side} style={{ left: at(mark.level, highest) }} />;
}
