import { OrganisationDetail } from '@nhip/server/organisations/contract.ts';
import { IconPencil } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../api.ts';
import { formatDate } from '../format.ts';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { EndingPart } from './ending-part.tsx';
import { organisationMessages } from './messages.ts';
import { OrganisationForm } from './organisation-form.tsx';
import { OrganisationName } from './organisation-list.tsx';
import { forgetOrganisations, organisations } from './organisations-api.ts';
import styles from './organisations.module.css';
import { SuccessionPart } from './succession-part.tsx';
import { UnitsPart } from './units-part.tsx';

/** What it is, where it stands, its units, and what it came from. */
export function AboutPart({ organisation }: { organisation: OrganisationDetail }) {
  const session = useSession();
  // units are read by the members of an organisation, and of the one that it has become
  const own = session?.organisation?.id === organisation.id;
  const manages = organisation.may.edit && organisation.kind !== 'platform-owner';
  return (
    <div className={styles.sections}>
      <Facts organisation={organisation} editable={manages} />
      {organisation.children > 0 && <Children id={organisation.id} />}
      {own && <UnitsPart organisation={organisation} />}
      <SuccessionPart organisation={organisation} editable={manages} />
      {manages && organisation.validTo === null && <EndingPart organisation={organisation} />}
    </div>
  );
}

function Facts(props: { organisation: OrganisationDetail; editable: boolean }) {
  const t = useMessages(organisationMessages);
  const local = useLocalText();
  const language = useLanguage();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { organisation } = props;
  const { region, regionToday, externalCode, validFrom, validTo } = organisation;
  if (editing) {
    return (
      <section className={styles.panel} aria-labelledby="edit">
        <h2 id="edit">{t('editTitle')}</h2>
        <OrganisationForm
          label={t('editTitle')}
          submit={t('save')}
          before={organisation}
          onClose={() => setEditing(false)}
          onSend={async (draft) => {
            await send(OrganisationDetail, 'PUT', `/api/organisations/${organisation.id}`, draft);
            await forgetOrganisations(queries);
            setEditing(false);
          }}
        />
      </section>
    );
  }
  const place =
    region &&
    (regionToday
      ? `${local(region.name)} (${t('about.regionToday', { name: local(regionToday.name) })})`
      : local(region.name));
  const facts = [
    [t('about.region'), place],
    [t('about.code'), externalCode],
    [t('about.from'), validFrom && formatDate(validFrom, language)],
    [t('about.to'), validTo && formatDate(validTo, language)],
  ].filter(([, value]) => value) as [string, string][];
  return (
    <section>
      <div className={styles.head}>
        <h2>{t('parts.about')}</h2>
        {props.editable && (
          <ActionButton icon={IconPencil} onClick={() => setEditing(true)}>
            {t('edit')}
          </ActionButton>
        )}
      </div>
      {facts.length === 0 ? (
        <p className="muted">{t('about.nothing')}</p>
      ) : (
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Children({ id }: { id: number }) {
  const t = useMessages(organisationMessages);
  const found = useQuery(organisations({ parent: id, size: 200 })).data;
  if (!found) return null;
  return (
    <section>
      <h2>{t('about.children')}</h2>
      <ul className={styles.lines}>
        {found.items.map((row) => (
          <li key={row.id}>
            <OrganisationName row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}
