import { OrganisationPage, type OrganisationRef } from '@nhip/server/organisations/contract.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState } from 'react';
import { reading } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { useFormField } from '../ui/form/form.tsx';
import { Failure } from '../ui/page-state.tsx';
import { requestMessages } from './request-messages.ts';
import styles from './organisation-choice.module.css';

const shown = 6;

/** One organisation out of many: a few letters narrow the list, one of it is chosen. */
export function OrganisationChoice(props: {
  name: string;
  chosen: OrganisationRef | undefined;
  onChoose: (organisation: OrganisationRef) => void;
}) {
  const t = useMessages(requestMessages);
  const local = useLocalText();
  const id = useId();
  const { fault } = useFormField(props.name);
  const [text, setText] = useState('');
  const search = usePaused(text.trim());
  const query = useQuery({
    ...reading(OrganisationPage, '/api/organisations', { search, size: shown }),
    placeholderData: keepPreviousData,
  });
  const found: OrganisationRef[] = query.data?.items ?? [];
  const { chosen } = props;
  const listed = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const others = (query.data?.total ?? 0) - found.length;
  return (
    <fieldset className={styles.choice} aria-describedby={fault && `${id}-fault`}>
      <legend>{t('organisation.label')}</legend>
      <label className={styles.hint} htmlFor={`${id}-search`}>
        {t('organisation.hint')}
      </label>
      <input
        id={`${id}-search`}
        type="search"
        className={styles.search}
        value={text}
        placeholder={t('organisation.search')}
        autoComplete="off"
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      <div className={styles.list}>
        {listed.map((organisation) => (
          <label key={organisation.id} className={styles.one}>
            <input
              type="radio"
              name={`${props.name}-choice`}
              value={organisation.id}
              checked={chosen?.id === organisation.id}
              aria-invalid={fault !== undefined}
              onChange={() => props.onChoose(organisation)}
            />
            <span>{local(organisation.name)}</span>
          </label>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {query.data?.total === 0 && t('organisation.none', { search })}
        {others > 0 && t('organisation.more', { count: others })}
      </p>
      <p id={`${id}-fault`} className={styles.fault} aria-live="polite">
        {fault}
      </p>
    </fieldset>
  );
}

/** What was typed, once the typing pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const pause = setTimeout(() => setPaused(text), 200);
    return () => clearTimeout(pause);
  }, [text]);
  return paused;
}
