import type { MyConsents, NewConsent } from '@nhip/server/people/contract.ts';
import type { OrganisationRef } from '@nhip/server/organisations/contract.ts';
import { useState } from 'react';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useFigures } from '../ui/figures.tsx';
import { Form, SubmitButton, type Values } from '../ui/form/form.tsx';
import { FormSelect, FormText, FormTicks } from '../ui/form/text-field.tsx';
import { addMonths, today } from './days.ts';
import styles from './give-consent-form.module.css';
import { requestMessages } from './request-messages.ts';
import { OrganisationChoice } from './organisation-choice.tsx';

type Offer = MyConsents['offers'][number];

/** Nothing is ticked beforehand: a consent is what the reader did, never what they left. */
export function GiveConsentForm(props: {
  offers: Offer[];
  onGive: (consent: NewConsent) => Promise<void>;
  onCancel: () => void;
}) {
  const t = useMessages(requestMessages);
  const language = useLanguage();
  const f = useFigures();
  const purposeName = usePurposeName();
  const [organisation, setOrganisation] = useState<OrganisationRef>();
  const [offer, setOffer] = useState(props.offers[0]!);
  const latest = addMonths(new Date().toISOString().slice(0, 10), 24);
  const check = (values: Values) => ({
    organisation: organisation ? undefined : t('consents.fault.organisation'),
    kinds: values.kinds ? undefined : t('consents.fault.kinds'),
    until: isBetween(values.until, today(), latest)
      ? undefined
      : t('consents.fault.until', { date: f.date(latest) }),
  });
  return (
    <Form
      label={t('consents.giveTitle')}
      check={check}
      send={(values) =>
        props.onGive({
          organisationId: organisation!.id,
          purpose: offer.purpose,
          dataKinds: values.kinds!.split(' '),
          wordingVersion: offer.wordingVersion,
          until: values.until!,
        })
      }
    >
      <h3>{t('consents.giveTitle')}</h3>
      <OrganisationChoice name="organisation" chosen={organisation} onChoose={setOrganisation} />
      <FormSelect
        name="purpose"
        label={t('consents.purpose')}
        initial={offer.purpose}
        options={props.offers.map(({ purpose }) => ({
          value: purpose,
          label: purposeName(purpose),
        }))}
        onChange={(purpose) =>
          setOffer(props.offers.find((other) => other.purpose === purpose) ?? offer)
        }
      />
      <FormTicks
        key={offer.purpose}
        name="kinds"
        label={t('consents.kinds')}
        options={offer.dataKinds.map(({ code, words }) => ({
          value: code,
          label: capitalised(words[language]),
        }))}
      />
      <FormText
        name="until"
        type="date"
        label={t('consents.until')}
        hint={t('consents.untilHint', { date: f.date(latest) })}
        initial={addMonths(today(), 12)}
      />
      <Wording offer={offer} organisation={organisation} />
      <div className={styles.foot}>
        <SubmitButton>{t('consents.agree')}</SubmitButton>
        <ActionButton quiet onClick={props.onCancel}>
          {t('consents.cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}

function Wording({ offer, organisation }: { offer: Offer; organisation?: OrganisationRef }) {
  const t = useMessages(requestMessages);
  const language = useLanguage();
  const local = useLocalText();
  const name = organisation ? local(organisation.name) : t('consents.anOrganisation');
  return (
    <figure className={styles.wording}>
      <figcaption>{t('consents.wording')}</figcaption>
      <blockquote aria-live="polite">
        {offer.wording[language].replaceAll('{organisation}', name)}
      </blockquote>
    </figure>
  );
}

/** The purposes that can be consented to have names; a newer server's stays a code. */
function usePurposeName(): (purpose: string) => string {
  const t = useMessages(requestMessages);
  return (purpose) => {
    const key = `purpose.${purpose}`;
    const words = t(key as 'purpose.training');
    return words === key ? purpose : words;
  };
}

function isBetween(day: string | undefined, from: string, to: string): boolean {
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) && day >= from && day <= to;
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
