import { ERASURE_SENTENCE, type ErasureView } from '@nhip/server/people/contract.ts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useLanguage, useMessages } from '../language.ts';
import { useNewSession } from '../sign-in/session.ts';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { FormText } from '../ui/form/text-field.tsx';
import { PageState } from '../ui/page-state.tsx';
import { ErasureLists } from './erasure-lists.tsx';
import styles from './erasure-part.module.css';
import { keepFarewell } from './farewell.ts';
import { erasureMessages } from './erasure-messages.ts';
import { Card, Part } from './part.tsx';
import { erase, erasurePlan } from './people-api.ts';

/** First what would happen, then the deed behind a typed sentence. */
export function ErasurePart() {
  const t = useMessages(erasureMessages);
  const query = useQuery(erasurePlan);
  return (
    <Part title={t('erasure.title')} body={t('erasure.body')}>
      <PageState query={query}>
        {(plan) => (
          <>
            <ErasureLists plan={plan} />
            <Confirmation />
          </>
        )}
      </PageState>
    </Part>
  );
}

function Confirmation() {
  const t = useMessages(erasureMessages);
  const language = useLanguage();
  const navigate = useNavigate();
  const renew = useNewSession();
  const sentence = ERASURE_SENTENCE[language];
  const leave = async (done: ErasureView) => {
    keepFarewell(done);
    await navigate({ to: '/farewell', replace: true });
    await renew();
  };
  return (
    <Card>
      <Form
        label={t('erasure.confirmTitle')}
        fieldOf={{ 'erasure-not-confirmed': 'confirmation' }}
        check={({ confirmation = '' }) => ({
          confirmation: isTyped(confirmation, sentence)
            ? undefined
            : t('erasure.mismatch', { sentence }),
        })}
        send={async ({ confirmation }) => leave(await erase(confirmation!))}
      >
        <h3>{t('erasure.confirmTitle')}</h3>
        <p className={styles.final}>
          <IconAlertTriangle size={18} aria-hidden />
          <span>{t('erasure.final')}</span>
        </p>
        <FormText
          name="confirmation"
          label={t('erasure.type', { sentence })}
          maxLength={100}
          required
        />
        <SubmitButton quiet>{t('erasure.deed')}</SubmitButton>
      </Form>
    </Card>
  );
}

function isTyped(text: string, sentence: string): boolean {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase() === sentence;
}
