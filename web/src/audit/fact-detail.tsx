import type { AuditFact } from '@nhip/server/audit/contract.ts';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useUrlState } from '../url-state.ts';
import styles from './fact-detail.module.css';
import { detailRows } from './fact-sentence.ts';
import { auditMessages } from './messages.ts';

/** Everything of a fact that its sentence leaves out. */
export function FactDetail({ fact }: { fact: AuditFact }) {
  const t = useMessages(auditMessages);
  const [, setUrl] = useUrlState();
  const { rows, personal } = detailRows(fact.detail);
  return (
    <div className={styles.detail}>
      <p className={styles.line}>
        <span>{t('list.fact', { id: String(fact.id) })}</span>
        <span>{t(fact.sealed ? 'list.sealed' : 'list.unsealed')}</span>
        <span>{t('list.purpose', { purpose: fact.purpose })}</span>
        <span>{t('list.code', { code: fact.action })}</span>
      </p>
      {rows.length > 0 && (
        <dl className={styles.rows}>
          {rows.map(([label, text], place) => (
            <div key={place}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {personal.length > 0 && <p>{t('list.personal', { fields: personal.join(', ') })}</p>}
      {rows.length === 0 && personal.length === 0 && <p>{t('list.noDetail')}</p>}
      <p className={styles.line}>
        <ActionButton compact onClick={() => setUrl({ action: fact.action }, true)}>
          {t('list.onlyAction')}
        </ActionButton>
        <Open subject={fact.subject} />
      </p>
    </div>
  );
}

/** Where the subject has a page. */
function Open({ subject }: { subject: AuditFact['subject'] }) {
  const t = useMessages(auditMessages);
  const language = useLanguage();
  const id = subject.id;
  const words = t('list.open', { name: subject.words[language] });
  switch (subject.kind) {
    case 'import-run':
      return (
        <Link to="/imports/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'advertisement':
      return (
        <Link to="/advertisements/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'measure':
      return (
        <Link to="/measures/$id" params={{ id }}>
          {words}
        </Link>
      );
    default:
      return null;
  }
}
