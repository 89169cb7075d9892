import type { FormStatus, LexiconForm } from '@nhip/server/frameworks/lexicon/contract.ts';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconClock,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { useFigures } from '../../ui/figures.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { StateBadge, type BadgeTone } from '../../ui/state-badge.tsx';
import { useDoerName } from '../doer-name.ts';
import type { FormTableProps } from './form-table.tsx';
import styles from './lexicon.module.css';
import { lexiconMessages } from './messages.ts';
import { useSourceName } from './source-name.ts';

const looks: Record<FormStatus, { icon: Icon; tone: BadgeTone }> = {
  proposed: { icon: IconClock, tone: 'unknown' },
  approved: { icon: IconCheck, tone: 'accent' },
  rejected: { icon: IconX, tone: 'fault' },
  ended: { icon: IconBan, tone: 'unknown' },
};

/** One form with who proposed and approved it, what else it names, and what can be decided. */
export function FormRow(props: FormTableProps & { form: LexiconForm; place: number }) {
  const t = useMessages(lexiconMessages);
  const sourceName = useSourceName();
  const { form, place, decide, judge } = props;
  const label = t('do.choose', {
    ...{ form: form.form, code: form.competency.code, status: t(`status.${form.status}`) },
  });
  return (
    <tr
      role="row"
      data-at={(decide && props.at === place) || undefined}
      data-status={form.status}
      onFocus={() => props.onAt(place)}
    >
      {decide && (
        <td role="cell" className={styles.choice}>
          <input
            type="checkbox"
            data-place={place}
            aria-label={label}
            checked={props.chosen.has(form.id)}
            onChange={(event) => props.choose([form.id], event.target.checked)}
          />
        </td>
      )}
      <th role="rowheader" scope="row" className={styles.form}>
        <span lang={form.language} className={styles.words}>
          {form.form}
        </span>
        <Particulars form={form} />
      </th>
      <td role="cell" data-label={t('column.status')}>
        <StateBadge {...looks[form.status]}>{t(`status.${form.status}`)}</StateBadge>
      </td>
      <td role="cell" data-label={t('column.source')}>
        {sourceName(form.source)}
      </td>
      <td role="cell" data-label={t('column.proposed')}>
        <Deed done={form.proposed} />
      </td>
      <td role="cell" data-label={t('column.approved')}>
        {(form.approved || !form.rejected) && <Deed done={form.approved} />}
        {(['rejected', 'ended'] as const).map(
          (deed) =>
            form[deed] && (
              <div key={deed} className="muted small">
                <Deed done={form[deed]} within={`${deed}On`} />
              </div>
            ),
        )}
      </td>
      {decide && (
        <td role="cell" className={styles.act}>
          {form.status === 'proposed' && (
            <>
              <ActionButton
                compact
                icon={IconCheck}
                aria-label={t('do.approveForm', { form: form.form })}
                onClick={() => judge([form], 'approve')}
              >
                {t('do.approve')}
              </ActionButton>
              <ActionButton
                compact
                icon={IconX}
                aria-label={t('do.rejectForm', { form: form.form })}
                onClick={() => judge([form], 'reject')}
              >
                {t('do.reject')}
              </ActionButton>
            </>
          )}
          {form.status === 'approved' && (
            <ActionButton
              compact
              quiet
              icon={IconBan}
              aria-label={t('do.endForm', { form: form.form })}
              onClick={() => judge([form], 'end')}
            >
              {t('do.end')}
            </ActionButton>
          )}
        </td>
      )}
    </tr>
  );
}

function Particulars({ form }: { form: LexiconForm }) {
  const t = useMessages(lexiconMessages);
  const { language, fields, collisions } = form;
  const field = (name: string) =>
    name === 'title' || name === 'tag' || name === 'text' ? t(`field.${name}`) : name;
  const facts = [
    language === 'vi' || language === 'en' ? t(`language.${language}`) : language,
    form.caseSensitive && t('caseSensitive'),
    fields && t('only', { fields: fields.map(field).join(', ') }),
    form.texts !== null && t('texts', { count: form.texts }),
    form.note && t('note', { note: form.note }),
  ];
  return (
    <>
      <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
      {collisions.length > 0 && (
        <span className={styles.collision}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            {t('collision')}{' '}
            {collisions.map((other, place) => (
              <span key={`${other.framework} ${other.code}`}>
                {place > 0 && ', '}
                <Link
                  to="/frameworks/$code/lexicon"
                  params={{ code: other.framework }}
                  search={{ competency: other.code }}
                >
                  <LocalTextView text={other.label} fallback={other.code} />
                </Link>
              </span>
            ))}
          </span>
        </span>
      )}
    </>
  );
}

/** Who and when; a dash where nobody wrote it down. */
function Deed({
  done,
  within,
}: {
  done: LexiconForm['proposed'];
  within?: 'endedOn' | 'rejectedOn';
}) {
  const t = useMessages(lexiconMessages);
  const f = useFigures();
  const doer = useDoerName();
  if (!done) return <span className="muted">—</span>;
  const who = done.by && doer(done.by);
  const date = done.at && f.date(done.at);
  const what = who && date ? t('byOn', { who, date }) : (who ?? date ?? '—');
  return <span className="small">{within ? t(within, { what }) : what}</span>;
}
