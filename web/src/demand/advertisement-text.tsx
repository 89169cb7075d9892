import type { AdvertisementDetail, LinkView } from '@nhip/server/demand/contract.ts';
import { useLocalText, useMessages } from '../language.ts';
import { Highlighted } from '../ui/highlighted.tsx';
import styles from './advertisement-text.module.css';
import { demandMessages } from './messages.ts';

/** Title, tags and requirements with what was recognised underlined; what waits for a reviewer with dashes; what a person rejected is plain text again. */
export function AdvertisementText(props: {
  advertisement: AdvertisementDetail;
  active: number | undefined;
}) {
  const t = useMessages(demandMessages);
  const spans = useSpans(props.advertisement.links);
  const { title, tags, requirements } = props.advertisement;
  return (
    <section className={styles.text} aria-label={t('ad.text')}>
      <h2>{t('ad.title')}</h2>
      <p className={styles.title}>
        <Highlighted text={title} spans={spans('title', 0)} active={props.active} />
      </p>
      <h2>{t('ad.tags')}</h2>
      {tags.length === 0 ? (
        <p className="muted">{t('ad.noTags')}</p>
      ) : (
        <ul className={styles.tags}>
          {tags.map((tag, ordinal) => (
            <li key={ordinal}>
              <Highlighted text={tag} spans={spans('tag', ordinal)} active={props.active} />
            </li>
          ))}
        </ul>
      )}
      <h2>{t('ad.requirements')}</h2>
      <div className={styles.requirements}>
        <Highlighted text={requirements} spans={spans('text', 0)} active={props.active} />
      </div>
    </section>
  );
}

function useSpans(links: LinkView[]) {
  const local = useLocalText();
  return (field: LinkView['field'], ordinal: number) =>
    links
      .filter(
        (link) =>
          link.field === field &&
          link.ordinal === ordinal &&
          (link.verdict === null || link.verdict === 'accept'),
      )
      .map(({ id, start, end, competency, counts }) => ({
        id,
        start,
        end,
        pending: !counts,
        label: local(competency.label),
      }));
}
