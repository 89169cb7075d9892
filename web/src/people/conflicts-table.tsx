import { Link } from '@tanstack/react-router';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import type { Conflict, Place } from './conflicts.ts';
import styles from './conflicts-table.module.css';
import { correctable } from './correctable.ts';
import { peopleMessages } from './messages.ts';
import { Part } from './part.tsx';

/** What several holders have written differently, side by side. */
export function ConflictsTable({ conflicts }: { conflicts: Conflict[] }) {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  return (
    <Part title={t('conflicts.title')} body={t('conflicts.body')}>
      <div className={styles.conflicts}>
        {conflicts.map((conflict) => (
          <section key={conflict.code} className={styles.conflict}>
            <h3>{conflict.label[language]}</h3>
            <dl className={styles.places}>
              {conflict.places.map((place) => (
                <PlaceView key={place.affiliationId ?? 'own'} conflict={conflict} place={place} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Part>
  );
}

function PlaceView({ conflict, place }: { conflict: Conflict; place: Place }) {
  const t = useMessages(peopleMessages);
  const language = useLanguage();
  const local = useLocalText();
  const organisation = local(place.organisation.name);
  const of = t('conflicts.of', { label: conflict.label[language], organisation });
  const own = place.affiliationId === null;
  return (
    <div>
      <dt>{organisation}</dt>
      <dd>
        <strong>{place.value}</strong>
        <Link
          to="/me"
          search={
            own
              ? { part: 'profile' }
              : {
                  part: 'corrections',
                  affiliation: String(place.affiliationId),
                  field: correctable[conflict.code],
                }
          }
          aria-label={`${t(own ? 'conflicts.change' : 'conflicts.correct')}: ${of}`}
        >
          {t(own ? 'conflicts.change' : 'conflicts.correct')}
        </Link>
      </dd>
    </div>
  );
}
