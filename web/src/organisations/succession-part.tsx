import {
  Moved,
  OrganisationDetail,
  type OrganisationRef,
  type Succession,
} from '@nhip/server/organisations/contract.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { organisationMessages } from './messages.ts';
import { forgetOrganisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { SuccessionForm } from './succession-form.tsx';

/** What it came from and went into, each a sentence with its basis; the latest can be undone. */
export function SuccessionPart(props: { organisation: OrganisationDetail; editable: boolean }) {
  const t = useMessages(organisationMessages);
  const language = useLanguage();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const { organisation, editable } = props;
  const { id, successions } = organisation;
  const left = successions.some(({ undone, predecessor }) => !undone && predecessor.id === id);
  const undo = useMutation({
    mutationFn: () =>
      send(OrganisationDetail, 'POST', `/api/organisations/${id}/successions/undo`, {}),
    onSuccess: () => forgetOrganisations(queries),
  });
  return (
    <section>
      <h2>{t('succession.title')}</h2>
      {successions.length === 0 ? (
        <p className="muted">{t('succession.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {successions.map((succession) => (
            <Line
              key={`${succession.predecessor.id}-${succession.successor.id}-${succession.onDate}`}
              succession={succession}
              organisation={organisation}
            />
          ))}
        </ul>
      )}
      {undo.error instanceof ApiProblem && (
        <p role="alert" className={styles.fault}>
          {undo.error.words[language]}
        </p>
      )}
      {editable && adding && (
        <SuccessionForm organisation={organisation} onClose={() => setAdding(false)} />
      )}
      {editable && !adding && (
        <div className={styles.actions}>
          {left ? (
            <ActionButton disabled={undo.isPending} onClick={() => undo.mutate()}>
              {t('succession.undo')}
            </ActionButton>
          ) : (
            <ActionButton onClick={() => setAdding(true)}>{t('succession.add')}</ActionButton>
          )}
        </div>
      )}
    </section>
  );
}

function Line(props: { succession: Succession; organisation: OrganisationDetail }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const language = useLanguage();
  const { id, may } = props.organisation;
  const { kind, predecessor, successor, onDate, basis, undone } = props.succession;
  const arrived = successor.id === id;
  const other = arrived ? predecessor : successor;
  const words = t(`succession.${kind}`, {
    predecessor: local(predecessor.name),
    successor: local(successor.name),
    date: formatDate(onDate, language),
  });
  return (
    <li data-undone={undone || undefined}>
      {words}.{' '}
      <Link to="/organisations/$id" params={{ id: String(other.id) }}>
        {local(other.name)}
      </Link>
      <br />
      <span className="muted small">
        {t('succession.basis', { basis })}
        {undone && ` · ${t('succession.undone')}`}
      </span>
      {arrived && !undone && may.manageMembers && <TakePeople from={predecessor} into={id} />}
    </li>
  );
}

/** The people of a predecessor go on here, in the roles that they had. */
function TakePeople({ from, into }: { from: OrganisationRef; into: number }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const language = useLanguage();
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () =>
      send(Moved, 'POST', `/api/organisations/${into}/members/move`, {
        fromOrganisationId: from.id,
      }),
    onSuccess: () => forgetOrganisations(queries),
  });
  return (
    <span className={styles.actions}>
      <ActionButton compact disabled={take.isPending} onClick={() => take.mutate()}>
        {t('moved.go', { name: local(from.name) })}
      </ActionButton>
      <span role="status">
        {take.data && t('moved.done', { count: take.data.moved })}
        {take.error instanceof ApiProblem && take.error.words[language]}
      </span>
    </span>
  );
}
