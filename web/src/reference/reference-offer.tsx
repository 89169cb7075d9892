import {
  CrosswalksBrought,
  EquatingsBrought,
  ReferencePublished,
  ReferenceStanding,
} from '@nhip/server/reference/contract.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reading, send } from '../api.ts';
import styles from '../frameworks/draft/draft.module.css';
import { useLocalText, useMessages } from '../language.ts';
import { useFigures } from '../ui/figures.tsx';
import { Form, SubmitButton } from '../ui/form/form.tsx';
import { referenceMessages } from './messages.ts';

const address = '/api/reference';
const standingQuery = reading(ReferenceStanding, address);

interface Part {
  standing: ReferenceStanding;
  onDone: (words: string) => Promise<void>;
}

/** What comes with the program and is not here yet: for the secretariat, on the page of that framework's versions. */
export default function ReferenceOffer({ code }: { code: string }) {
  const queries = useQueryClient();
  const [done, setDone] = useState<string>();
  const { data } = useQuery(standingQuery);
  if (data?.framework !== code) return null;
  const finish = async (words: string) => {
    setDone(words);
    await queries.invalidateQueries();
  };
  return (
    <>
      <p role="status" className={done ? styles.notice : undefined}>
        {done}
      </p>
      <NewerVersion standing={data} onDone={finish} />
      <Crosswalks standing={data} onDone={finish} />
      <Equatings standing={data} onDone={finish} />
    </>
  );
}

function NewerVersion({ standing, onDone }: Part) {
  const t = useMessages(referenceMessages);
  const f = useFigures();
  const { here, offered, draft } = standing;
  if (!offered) return null;
  const { version } = offered;
  const date = f.date(offered.publishedOn);
  return (
    <section className={styles.card}>
      <h2>{t('title')}</h2>
      <p>{here === null ? t('first', { version, date }) : t('newer', { version, date, here })}</p>
      {draft ? (
        <p>{t('draft')}</p>
      ) : (
        <Form
          label={t('title')}
          send={async () => {
            const made = await send(ReferencePublished, 'POST', `${address}/publish`);
            await onDone(t('published', { version: made.version }));
          }}
        >
          <p className="muted">{t('meaning')}</p>
          <SubmitButton>{t('publish', { version })}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

/** Rows about frameworks that are here can be brought in; the others wait and are counted. */
function Crosswalks({ standing, onDone }: Part) {
  const t = useMessages(referenceMessages);
  const { crosswalks, offered } = standing;
  const open = crosswalks.filter((one) => one.offered > 0 || one.waiting > 0);
  // a newer version brings its crosswalks with it
  if (offered || open.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('crosswalks.title')}</h2>
      {open.map(({ framework, offered: count, waiting }) => (
        <div key={framework}>
          {count > 0 && (
            <Form
              label={t('crosswalks.offered', { framework, count })}
              send={async () => {
                const part = encodeURIComponent(framework);
                const made = await send(CrosswalksBrought, 'POST', `${address}/crosswalks/${part}`);
                await onDone(t('crosswalks.brought', made));
              }}
            >
              <div className={styles.inline}>
                <span>{t('crosswalks.offered', { framework, count })}</span>
                <SubmitButton quiet>{t('crosswalks.bring')}</SubmitButton>
              </div>
            </Form>
          )}
          {waiting > 0 && (
            <p className="muted">{t('crosswalks.waiting', { framework, count: waiting })}</p>
          )}
        </div>
      ))}
    </section>
  );
}

/** Levels of the scale that the reference puts beside those of other scales, as its crosswalks. */
function Equatings({ standing, onDone }: Part) {
  const t = useMessages(referenceMessages);
  const local = useLocalText();
  const { equatings, offered } = standing;
  const open = equatings.filter((one) => one.offered > 0 || one.waiting > 0);
  if (offered || open.length === 0) return null;
  return (
    <section className={styles.card}>
      <h2>{t('equatings.title')}</h2>
      {open.map(({ scale, title, offered: count, waiting }) => (
        <div key={scale}>
          {count > 0 && (
            <Form
              label={t('equatings.offered', { title: local(title), count })}
              send={async () => {
                const part = encodeURIComponent(scale);
                const made = await send(EquatingsBrought, 'POST', `${address}/equatings/${part}`);
                await onDone(t('equatings.brought', made));
              }}
            >
              <div className={styles.inline}>
                <span>{t('equatings.offered', { title: local(title), count })}</span>
                <SubmitButton quiet>{t('crosswalks.bring')}</SubmitButton>
              </div>
            </Form>
          )}
          {waiting > 0 && (
            <p className="muted">
              {t('equatings.waiting', { title: local(title), count: waiting })}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}
