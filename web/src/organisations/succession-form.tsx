import {
  OrganisationDetail,
  type NewSuccession,
  type OrganisationRef,
} from '@nhip/server/organisations/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { organisationMessages } from './messages.ts';
import { forgetOrganisations, organisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { today } from './today.ts';

const kinds = ['merger', 'split', 'renaming'] as const;

export function SuccessionForm(props: { organisation: OrganisationDetail; onClose: () => void }) {
  const t = useMessages(organisationMessages);
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<OrganisationRef[]>([]);
  const { id } = props.organisation;
  return (
    <section className={styles.panel} aria-labelledby="succession">
      <h3 id="succession">{t('succession.add')}</h3>
      <Successors own={id} chosen={chosen} onChange={setChosen} />
      <Form
        label={t('succession.add')}
        check={({ onDate, basis }) => ({
          kind: chosen.length > 0 ? undefined : t('succession.missing'),
          onDate: onDate ? undefined : t('succession.missingDate'),
          basis: (basis?.trim().length ?? 0) >= 3 ? undefined : t('succession.missingBasis'),
        })}
        fieldOf={{ 'succession-in-the-future': 'onDate' }}
        send={async ({ kind, onDate = '', basis = '' }) => {
          const body: NewSuccession = {
            kind: kind as NewSuccession['kind'],
            successorIds: chosen.map((one) => one.id),
            onDate,
            basis: basis.trim(),
            source: null,
          };
          await send(OrganisationDetail, 'POST', `/api/organisations/${id}/successions`, body);
          await forgetOrganisations(queries);
          props.onClose();
        }}
      >
        <div className={styles.fields}>
          <FormSelect
            name="kind"
            label={t('succession.kind')}
            options={kinds.map((kind) => ({ value: kind, label: t(`succession.kinds.${kind}`) }))}
          />
          <FormText
            name="onDate"
            type="date"
            label={t('succession.onDate')}
            initial={today()}
            required
          />
          <FormText
            name="basis"
            label={t('succession.basisField')}
            hint={t('succession.basisHint')}
            maxLength={500}
            required
          />
        </div>
        <div className={styles.actions}>
          <SubmitButton>{t('succession.go')}</SubmitButton>
          <ActionButton quiet onClick={props.onClose}>
            {t('cancel')}
          </ActionButton>
        </div>
      </Form>
    </section>
  );
}

/** Found by a part of the name, kept as a row of buttons that take one away again. */
function Successors(props: {
  own: number;
  chosen: OrganisationRef[];
  onChange: (chosen: OrganisationRef[]) => void;
}) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const [search, setSearch] = useState('');
  const found = useQuery({
    ...organisations({ search, size: 8 }),
    enabled: search.trim().length > 1,
  }).data;
  const isChosen = (id: number) => props.chosen.some((one) => one.id === id);
  const offered = (found?.items ?? []).filter(({ id }) => id !== props.own && !isChosen(id));
  return (
    <div role="group" aria-label={t('succession.successors')} className={styles.lines}>
      <p>
        <strong>{t('succession.successors')}</strong>{' '}
        <span className="muted small">{t('succession.successorsHint')}</span>
      </p>
      <div className={styles.chosen}>
        {props.chosen.map((one) => (
          <ActionButton
            key={one.id}
            compact
            aria-pressed
            onClick={() => props.onChange(props.chosen.filter(({ id }) => id !== one.id))}
          >
            {`${local(one.name)} ✕`}
          </ActionButton>
        ))}
      </div>
      <SearchField label={t('succession.find')} value={search} onChange={setSearch} />
      <div className={styles.chosen}>
        {offered.map((one) => (
          <ActionButton
            key={one.id}
            compact
            onClick={() => {
              props.onChange([...props.chosen, one]);
              setSearch('');
            }}
          >
            {local(one.name)}
          </ActionButton>
        ))}
      </div>
    </div>
  );
}
