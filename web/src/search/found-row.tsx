import type { Found } from '@nhip/server/search/contract.ts';
import { useLanguage, useMessages } from '../language.ts';
import styles from './found-row.module.css';
import { searchMessages } from './messages.ts';

/** One thing that was found: its name, why it was found, and where it belongs. */
export function FoundRow({ found }: { found: Found }) {
  const language = useLanguage();
  const { title, other, framework, programme, code, type } = found;
  const where = framework ? framework.title : null;
  return (
    <>
      <span className={styles.main}>
        <span
          className={styles.name}
          lang={title.language === language ? undefined : title.language}
        >
          {title.text}
        </span>
        <Why found={found} />
        {other && (
          <span className={styles.other} lang={other.language}>
            {other.text}
          </span>
        )}
      </span>
      <span className={styles.where}>
        {where ? (
          <span lang={where.language === language ? undefined : where.language}>{where.text}</span>
        ) : (
          (programme?.code ?? (type === 'organisation' ? '' : code))
        )}
      </span>
    </>
  );
}

function Why({ found: { why } }: { found: Found }) {
  const t = useMessages(searchMessages);
  const language = useLanguage();
  if (!why.form) return null;
  const words =
    why.by === 'code'
      ? t('code', { form: why.form.text })
      : t(why.nearness === 'near' ? 'near' : 'alias', { form: why.form.text });
  const foreign = why.form.language !== '' && why.form.language !== language;
  return (
    <span
      className={styles.why}
      lang={foreign && why.by !== 'code' ? why.form.language : undefined}
    >
      {words}
    </span>
  );
}
