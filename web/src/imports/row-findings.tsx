import type { ImportRowPage } from '@nhip/server/imports/contract.ts';
import { IconAlertTriangle, IconCircleX, IconHandStop } from '@tabler/icons-react';
import { useLanguage, useMessages } from '../language.ts';
import { importMessages } from './messages.ts';
import styles from './row-findings.module.css';

type Row = ImportRowPage['items'][number];

const icons = { error: IconCircleX, warning: IconAlertTriangle, hold: IconHandStop };

/** Each finding beside the name of its cell, in words with the fix; of a changed row, before and after. */
export function RowFindings({ row }: { row: Row }) {
  const t = useMessages(importMessages);
  const language = useLanguage();
  return (
    <>
      {row.problems.length > 0 && (
        <ul className={styles.findings}>
          {row.problems.map((problem, place) => {
            const Icon = icons[problem.severity];
            return (
              <li key={place} data-severity={problem.severity}>
                <Icon size={18} aria-hidden />
                <div>
                  <strong>
                    {t(`rows.severity.${problem.severity}`)} ·{' '}
                    {problem.column === null
                      ? t('rows.wholeRow')
                      : t('rows.column', { column: problem.column })}
                  </strong>
                  <p>{problem.words[language]}</p>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {row.differences.length > 0 && <Differences differences={row.differences} />}
    </>
  );
}

function Differences({ differences }: Pick<Row, 'differences'>) {
  const t = useMessages(importMessages);
  return (
    <table className={styles.differences}>
      <caption className="visually-hidden">{t('rows.differences')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rows.field')}</th>
          <th scope="col">{t('rows.before')}</th>
          <th scope="col">{t('rows.after')}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.field}>
            <th scope="row">{difference.field}</th>
            <td>
              <del>{difference.before ?? t('rows.empty')}</del>
            </td>
            <td>
              <ins>{difference.after ?? t('rows.empty')}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
