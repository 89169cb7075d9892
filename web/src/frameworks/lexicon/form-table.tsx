import type { LexiconForm, LexiconSummary } from '@nhip/server/frameworks/lexicon/contract.ts';
import { IconMessagePlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { itemPlace } from '../places.ts';
import { FormRow } from './form-row.tsx';
import type { Decision } from './lexicon-api.ts';
import styles from './lexicon.module.css';
import { lexiconMessages } from './messages.ts';

export interface FormTableProps {
  framework: LexiconSummary['framework'];
  rows: LexiconForm[];
  /** the place of the row that single keys act on */
  at: number;
  chosen: ReadonlySet<number>;
  decide: boolean;
  mayPropose: boolean;
  onAt: (place: number) => void;
  choose: (ids: readonly number[], yes: boolean) => void;
  judge: (forms: readonly LexiconForm[], decision: Decision) => void;
  onPropose: (competency: string) => void;
}

/** Forms under the competency that they name; on a phone every form is a card. */
export function FormTable(props: FormTableProps) {
  const t = useMessages(lexiconMessages);
  const { rows, decide, chosen } = props;
  const groups = [...Map.groupBy(rows, ({ competency }) => competency.id).values()];
  const waiting = rows.filter(({ status }) => status === 'proposed').map(({ id }) => id);
  const all = waiting.length > 0 && waiting.every((id) => chosen.has(id));
  return (
    <table role="table" className={styles.table} data-decide={decide || undefined}>
      <caption className="visually-hidden">{t('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {decide && (
            <th role="columnheader" scope="col">
              <input
                type="checkbox"
                aria-label={t('do.chooseAll')}
                title={t('do.chooseAll')}
                checked={all}
                disabled={waiting.length === 0}
                onChange={() => props.choose(waiting, !all)}
              />
            </th>
          )}
          {(['form', 'status', 'source', 'proposed', 'approved'] as const).map((column) => (
            <th key={column} role="columnheader" scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
          {decide && (
            <th role="columnheader" scope="col">
              {t('column.act')}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((forms) => (
        <tbody key={forms[0]!.competency.id} role="rowgroup">
          <GroupHead {...props} competency={forms[0]!.competency} />
          {forms.map((form) => (
            <FormRow key={form.id} {...props} form={form} place={rows.indexOf(form)} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupHead(props: FormTableProps & { competency: LexiconForm['competency'] }) {
  const t = useMessages(lexiconMessages);
  const { competency, framework } = props;
  return (
    <tr role="row" className={styles.group}>
      <th role="rowheader" scope="rowgroup" colSpan={props.decide ? 7 : 5}>
        <span className={styles.head}>
          {competency.published ? (
            <Link to={itemPlace(framework, competency.code)}>
              <LocalTextView text={competency.label} fallback={competency.code} />
            </Link>
          ) : (
            <LocalTextView text={competency.label} fallback={competency.code} />
          )}
          <code>{competency.code}</code>
          {!competency.published && <span className="muted small">{t('unpublished')}</span>}
          {props.mayPropose && (
            <ActionButton
              compact
              quiet
              icon={IconMessagePlus}
              aria-label={t('propose.for', { code: competency.code })}
              onClick={() => props.onPropose(competency.code)}
            >
              {t('propose.open')}
            </ActionButton>
          )}
        </span>
      </th>
    </tr>
  );
}
