import type { LexiconCompetency } from '@nhip/server/frameworks/lexicon/contract.ts';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useMessages } from '../../language.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Form, SubmitButton } from '../../ui/form/form.tsx';
import { FormSelect, FormText, FormTicks } from '../../ui/form/text-field.tsx';
import { LocalTextView } from '../../ui/local-text.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { competencyChoice, lexiconAddress, propose } from './lexicon-api.ts';
import styles from './lexicon.module.css';
import { lexiconMessages } from './messages.ts';

/** First the competency, then the words; another one can follow at once. */
export function ProposePanel(props: {
  code: string;
  /** the code of the competency to begin with */
  start: string | undefined;
  onDone: (form: string) => void;
  onClose: () => void;
}) {
  const t = useMessages(lexiconMessages);
  const [other, setOther] = useState<LexiconCompetency | null>();
  const given = useQuery({
    ...competencyChoice(props.code, props.start ?? ''),
    enabled: props.start !== undefined,
  });
  const begun = given.data?.find(({ code }) => code === props.start);
  const competency = other === undefined ? begun : other;
  return (
    <section className={styles.panel} aria-labelledby="propose">
      <h2 id="propose">{t('propose.title')}</h2>
      <p className="muted small">{t('propose.hint')}</p>
      {competency ? (
        <WordsForm
          key={competency.id}
          {...props}
          competency={competency}
          head={
            <p className={styles.head}>
              <strong>
                <LocalTextView text={competency.label} fallback={competency.code} />
              </strong>
              <code>{competency.code}</code>
              <ActionButton compact quiet onClick={() => setOther(null)}>
                {t('propose.other')}
              </ActionButton>
            </p>
          }
        />
      ) : (
        <>
          <Choice code={props.code} onChoose={setOther} />
          <ActionButton quiet onClick={props.onClose}>
            {t('propose.cancel')}
          </ActionButton>
        </>
      )}
    </section>
  );
}

function Choice(props: { code: string; onChoose: (competency: LexiconCompetency) => void }) {
  const t = useMessages(lexiconMessages);
  const [words, setWords] = useState('');
  const q = words.trim();
  const query = useQuery({
    ...competencyChoice(props.code, q),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = q === '' ? [] : (query.data ?? []);
  return (
    <>
      <SearchField label={t('propose.find')} value={words} onChange={setWords} />
      {q !== '' && query.isFetched && found.length === 0 && (
        <p className="muted" role="status">
          {t('propose.none')}
        </p>
      )}
      <ul className={styles.found}>
        {found.map((competency) => (
          <li key={competency.id}>
            <button type="button" onClick={() => props.onChoose(competency)}>
              <LocalTextView text={competency.label} fallback={competency.code} />{' '}
              <code>{competency.code}</code>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The words for a competency that is chosen already. */
export function WordsForm(props: {
  code: string;
  competency: Pick<LexiconCompetency, 'id' | 'code'>;
  head?: ReactNode;
  onDone: (form: string) => void;
  onClose: () => void;
}) {
  const t = useMessages(lexiconMessages);
  const client = useQueryClient();
  const [turn, setTurn] = useState(0);
  return (
    <Form
      key={turn}
      label={t('propose.for', { code: props.competency.code })}
      check={({ form }) => ({ form: form?.trim() ? undefined : t('propose.empty') })}
      fieldOf={{ 'form-in-force': 'form' }}
      send={async ({ form = '', language, caseSensitive, note }) => {
        await propose(props.code, {
          ...{ competencyId: props.competency.id, form: form.trim() },
          language: language === 'en' ? 'en' : 'vi',
          caseSensitive: caseSensitive === 'yes',
          ...(note?.trim() && { note: note.trim() }),
        });
        props.onDone(form.trim());
        setTurn(turn + 1);
        await client.invalidateQueries({
          predicate: ({ queryKey }) => String(queryKey[0]).startsWith(lexiconAddress(props.code)),
        });
      }}
    >
      {props.head}
      <div className={styles.fields}>
        <FormText name="form" label={t('propose.form')} required maxLength={300} autoFocus />
        <FormSelect
          name="language"
          label={t('propose.language')}
          initial="vi"
          options={[
            { value: 'vi', label: t('language.vi') },
            { value: 'en', label: t('language.en') },
          ]}
        />
        <FormText name="note" label={t('propose.note')} maxLength={2000} />
      </div>
      <FormTicks
        name="caseSensitive"
        label={t('propose.letters')}
        options={[{ value: 'yes', label: t('propose.caseSensitive') }]}
      />
      <div className={styles.head}>
        <SubmitButton>{t('propose.send')}</SubmitButton>
        <ActionButton quiet onClick={props.onClose}>
          {t('propose.cancel')}
        </ActionButton>
      </div>
    </Form>
  );
}
