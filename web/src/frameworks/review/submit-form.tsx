import type { Draft } from '@nhip/server/frameworks/drafting/contract.ts';
import { OrganisationPage } from '@nhip/server/organisations/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reading, send } from '../../api.ts';
import { useLocalText, useMessages } from '../../language.ts';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormSelect, FormText } from '../../ui/form/text-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Done, draftAddress, forgetDraft } from '../draft/draft-api.ts';
import styles from '../draft/draft.module.css';
import { reviewMessages } from './messages.ts';

const OFFERED = 100;

/** Sends the draft to another organisation. */
export function SubmitForm({ draft }: { draft: Draft }) {
  const t = useMessages(reviewMessages);
  const local = useLocalText();
  const queries = useQueryClient();
  const [search, setSearch] = useState('');
  const page = useQuery(reading(OrganisationPage, '/api/organisations', { search, size: OFFERED }));
  const others = (page.data?.items ?? []).filter(({ id }) => id !== draft.owner.id);
  const { code } = draft;
  return (
    <section className={styles.card}>
      <h3>{t('submit.title')}</h3>
      <p className="muted">{t('submit.lead')}</p>
      <SearchField label={t('submit.search')} value={search} onChange={setSearch} />
      <Form
        label={t('submit.title')}
        fieldOf={{
          ...{ 'review-own-organisation': 'organisation' },
          ...{ 'review-organisation-unknown': 'organisation' },
        }}
        check={({ organisation }) => ({
          organisation: organisation ? undefined : t('submit.choose'),
        })}
        send={async ({ organisation, note }) => {
          const body = { organisationId: Number(organisation), note };
          await send(Done, 'POST', `${draftAddress(code)}/submit`, body);
          await forgetDraft(queries, code);
        }}
      >
        {page.isSuccess && others.length === 0 && <p className="muted">{t('submit.none')}</p>}
        <FormSelect
          name="organisation"
          label={t('submit.organisation')}
          options={others.map(({ id, name }) => ({ value: String(id), label: local(name) }))}
        />
        <FormText name="note" label={t('submit.note')} maxLength={4000} />
        <SubmitButton>{t('submit.send')}</SubmitButton>
      </Form>
    </section>
  );
}
