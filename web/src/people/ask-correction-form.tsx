import {
  AffiliationField,
  type HoldingView,
  type NewCorrection,
} from '@nhip/server/people/contract.ts';
import { useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { useUrlState } from '../url-state.ts';
import { correctable } from './correctable.ts';
import { deedMessages } from './deed-messages.ts';
import { requestMessages } from './request-messages.ts';

/** Which organisation, what, how it should be and why; links lead here with the first two filled in. */
export function AskCorrectionForm(props: {
  affiliations: HoldingView[];
  onAsk: (wanted: NewCorrection) => Promise<void>;
}) {
  const t = useMessages(requestMessages);
  const fieldName = useMessages(deedMessages);
  const local = useLocalText();
  const [url, setUrl] = useUrlState();
  const [sent, setSent] = useState(0);
  const choices = props.affiliations.flatMap(({ organisation, items }) =>
    items.map((item) => ({ item, name: local(organisation.name) })),
  );
  const chosen = choices.find(({ item }) => item.id === url.affiliation) ?? choices[0]!;
  const field = AffiliationField.catch('full_name').parse(url.field);
  const present = chosen.item.data.find(({ code }) => correctable[code] === field)?.value;
  return (
    <Form
      key={sent}
      label={t('corrections.title')}
      check={(values) => ({
        wanted: values.wanted?.trim() ? undefined : t('corrections.fault.wanted'),
        reason: values.reason?.trim() ? undefined : t('corrections.fault.reason'),
      })}
      send={async (values) => {
        const { wanted, reason } = values as { wanted: string; reason: string };
        await props.onAsk({ affiliationId: Number(chosen.item.id), field, wanted, reason });
        setSent(sent + 1);
      }}
    >
      <FormSelect
        key={`affiliation ${chosen.item.id}`}
        name="affiliation"
        label={t('corrections.where')}
        initial={chosen.item.id}
        options={choices.map(({ item, name }) => ({ value: item.id, label: titleOf(item, name) }))}
        onChange={(affiliation) => setUrl({ affiliation })}
      />
      <FormSelect
        key={`field ${field}`}
        name="field"
        label={t('corrections.field')}
        initial={field}
        options={AffiliationField.options.map((value) => ({
          value,
          label: fieldName(`fields.${value}`),
        }))}
        onChange={(next) => setUrl({ field: next })}
      />
      <FormText
        name="wanted"
        label={t('corrections.wanted')}
        hint={
          typeof present === 'string'
            ? t('corrections.present', { value: present })
            : t('corrections.presentNone')
        }
        maxLength={300}
        required
      />
      <FormText
        name="reason"
        label={t('corrections.reason')}
        hint={t('corrections.reasonHint')}
        maxLength={1000}
        required
      />
      <SubmitButton>{t('corrections.send')}</SubmitButton>
    </Form>
  );
}

/** The organisation, with the position where a person belongs to it more than once. */
function titleOf(item: HoldingView['items'][number], organisation: string): string {
  const position = item.data.find(({ code }) => code === 'position')?.value;
  return typeof position === 'string' ? `${organisation} · ${position}` : organisation;
}
