import {
  OrganisationKind,
  Tier,
  type OrganisationDetail,
  type OrganisationDraft,
} from '@nhip/server/organisations/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormSelect, FormText } from '../ui/form/text-field.tsx';
import { organisationMessages } from './messages.ts';
import { organisations, regions } from './organisations-api.ts';
import styles from './organisations.module.css';

const above = { centre: undefined, province: 'centre', commune: 'province' } as const;

/** What an organisation is; place and tier are asked of State bodies alone. */
export function OrganisationForm(props: {
  label: string;
  submit: string;
  before?: OrganisationDetail;
  onSend: (draft: OrganisationDraft) => Promise<void>;
  onClose: () => void;
}) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const { before } = props;
  const [kind, setKind] = useState<string>(before?.kind ?? 'university');
  const [tier, setTier] = useState<Tier>(before?.tier ?? 'centre');
  const isState = kind === 'state-body';
  const upper = isState ? above[tier] : undefined;
  const parents = useQuery({
    ...organisations({ kind: 'state-body', tier: upper, size: 200 }),
    enabled: upper !== undefined,
  }).data;
  const places = useQuery(regions).data ?? [];
  const regionOptions = places
    .filter((place) => place.kind === 'province')
    .map(({ id, name }) => ({ value: String(id), label: local(name) }));
  // a former province stays chosen until somebody changes it
  if (before?.region && !regionOptions.some(({ value }) => value === String(before.region!.id))) {
    regionOptions.unshift({ value: String(before.region.id), label: local(before.region.name) });
  }
  return (
    <Form
      label={props.label}
      check={({ nameVi }) => ({
        nameVi: (nameVi?.trim().length ?? 0) >= 2 ? undefined : t('missingName'),
      })}
      fieldOf={{
        'organisation-name-taken': 'nameVi',
        'organisation-tier-refused': 'tier',
        'region-not-known': 'regionId',
      }}
      send={(values) => props.onSend(draftOf(values))}
    >
      <div className={styles.fields}>
        <FormText
          name="nameVi"
          label={t('fields.nameVi')}
          lang="vi"
          initial={before?.name.vi}
          maxLength={200}
          required
        />
        <FormText
          name="nameEn"
          label={t('fields.nameEn')}
          lang="en"
          initial={before?.name.en}
          maxLength={200}
        />
        <FormSelect
          name="kind"
          label={t('fields.kind')}
          initial={kind}
          options={OrganisationKind.options
            .filter((one) => one !== 'platform-owner')
            .map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={setKind}
        />
        {isState && (
          <FormSelect
            name="tier"
            label={t('fields.tier')}
            initial={tier}
            options={Tier.options.map((one) => ({ value: one, label: t(`tier.${one}`) }))}
            onChange={(chosen) => setTier(Tier.parse(chosen))}
          />
        )}
        {upper && parents && (
          <FormSelect
            key={upper}
            name="parentId"
            label={t('fields.parent')}
            initial={String(before?.parent?.id ?? '')}
            options={[
              { value: '', label: t('fields.noParent') },
              ...parents.items
                .filter(({ id }) => id !== before?.id)
                .map(({ id, name }) => ({ value: String(id), label: local(name) })),
            ]}
          />
        )}
        {places.length > 0 && (
          <FormSelect
            name="regionId"
            label={t('fields.region')}
            initial={String(before?.region?.id ?? '')}
            options={[{ value: '', label: t('fields.noRegion') }, ...regionOptions]}
          />
        )}
        <FormText
          name="externalCode"
          label={t('fields.code')}
          initial={before?.externalCode}
          maxLength={200}
        />
        <FormText
          name="validFrom"
          type="date"
          label={t('fields.from')}
          initial={before?.validFrom}
        />
      </div>
      <div className={styles.actions}>
        <SubmitButton>{props.submit}</SubmitButton>
        <ActionButton quiet onClick={props.onClose}>
          {t('cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}

function draftOf(values: Values): OrganisationDraft {
  const text = (name: string) => values[name]?.trim() || null;
  const id = (name: string) => (values[name] ? Number(values[name]) : null);
  const kind = values.kind as OrganisationDraft['kind'];
  return {
    kind,
    name: { vi: values.nameVi?.trim() ?? '', en: text('nameEn') },
    tier: kind === 'state-body' ? (text('tier') as Tier | null) : null,
    parentId: kind === 'state-body' ? id('parentId') : null,
    regionId: id('regionId'),
    externalCode: text('externalCode'),
    validFrom: text('validFrom'),
  };
}
