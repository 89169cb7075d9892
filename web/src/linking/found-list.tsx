import { IconCheck, IconHelp, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useLanguage, useMessages, type TranslateOf } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import type { FoundGroup, FoundPlace } from './found-groups.ts';
import styles from './found-list.module.css';
import { linkingMessages } from './messages.ts';

/** Each competency with its places, and why each was found. */
export function FoundList(props: {
  groups: FoundGroup[];
  active: number | undefined;
  /** The framework that was asked for; '': those in use */
  framework: string;
  onShow: (place: FoundPlace) => void;
}) {
  return (
    <ul className={styles.groups}>
      {props.groups.map(({ competency, places }) => (
        <li key={competency.id}>
          <CompetencyLink competency={competency} framework={props.framework} />
          <ul>
            {places.map((place) => (
              <li
                key={place.id}
                className={styles.place}
                data-active={place.id === props.active || undefined}
              >
                <Place place={place} onShow={() => props.onShow(place)} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function CompetencyLink(props: { competency: FoundGroup['competency']; framework: string }) {
  const { competency, framework } = props;
  const words = <LocalTextView text={competency.label} fallback={competency.code} />;
  return framework === '' ? (
    <Link className={styles.name} to="/competencies/$code" params={{ code: competency.code }}>
      {words}
    </Link>
  ) : (
    <Link
      className={styles.name}
      to="/frameworks/$code/items/$item"
      params={{ code: framework, item: competency.code }}
    >
      {words}
    </Link>
  );
}

function Place({ place, onShow }: { place: FoundPlace; onShow: () => void }) {
  const t = useMessages(linkingMessages);
  const language = useLanguage();
  return (
    <>
      <div className={styles.head}>
        <button
          type="button"
          aria-label={t('result.show', { surface: place.surface })}
          onClick={onShow}
        >
          “{place.surface}”
        </button>
        <Standing place={place} />
      </div>
      <ul className={`${styles.reasons} small`}>
        {place.reasons.map(({ words }, at) => (
          <li key={at}>{words[language]}</li>
        ))}
        {place.level && <li>{levelWords(place.level, t)}</li>}
      </ul>
    </>
  );
}

function levelWords(
  { low, high, cue }: NonNullable<FoundPlace['level']>,
  t: TranslateOf<typeof linkingMessages>,
): string {
  return t(low === high ? 'result.oneLevel' : 'result.level', { low, high, cue });
}

/** Whether it would count, and how sure the linker is. */
function Standing({ place: { verdict, band, probability } }: { place: FoundPlace }) {
  const t = useMessages(linkingMessages);
  if (verdict === 'ambiguous')
    return <StateBadge icon={IconHelp}>{t('result.ambiguous')}</StateBadge>;
  if (verdict === 'reject') return <StateBadge icon={IconX}>{t('result.rejected')}</StateBadge>;
  if (verdict === 'accept') {
    return (
      <StateBadge icon={IconCheck} tone="accent">
        {t('result.byPerson')}
      </StateBadge>
    );
  }
  const accepted = band === 'accepted';
  return (
    <>
      <StateBadge icon={accepted ? IconCheck : IconHelp} tone={accepted ? 'accent' : 'unknown'}>
        {t(accepted ? 'result.accepted' : 'result.review')}
      </StateBadge>
      {probability !== null && (
        <span className="muted small figures">
          {t('result.sure', { percent: Math.round(probability * 100) })}
        </span>
      )}
    </>
  );
}
