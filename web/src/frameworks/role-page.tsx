import type { RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { PageState } from '../ui/page-state.tsx';
import { useUrlState } from '../url-state.ts';
import { Attribution } from './attribution.tsx';
import { CrosswalkPicture } from './crosswalk-picture.tsx';
import { role } from './frameworks-api.ts';
import { ItemHead } from './item-head.tsx';
import styles from './item-page.module.css';
import { ItemLinks, Names, Requirements, Texts } from './item-parts.tsx';
import { frameworkMessages } from './messages.ts';
import { itemPlace, versionPart } from './places.ts';
import { EvidenceLine, RoleFacts } from './roles/role-facts.tsx';
import { useWords, WordsView } from './words.tsx';

/** An occupation, work role or profile: what it is and which competencies it asks for. */
export default function RolePage() {
  const { code, role: wanted } = useParams({ from: '/frameworks/$code/roles/$role' });
  const [{ version }] = useUrlState();
  const query = useQuery(role(code, wanted, version));
  return (
    <PageState page query={query}>
      {(found) => <Role key={found.id} found={found} />}
    </PageState>
  );
}

function Role({ found }: { found: RoleDetail }) {
  const t = useMessages(frameworkMessages);
  const words = useWords();
  const { framework } = found;
  return (
    <>
      <ItemHead found={found} of="roles" />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Texts title={t('item.definition')} words={found.definition} />
          <Texts title={t('item.note')} words={found.note} />
          <Requirements
            title={t('item.requires')}
            head={t('item.competency')}
            rows={found.requirements.map(({ item, evidence, ...row }) => ({
              ...row,
              key: item.id,
              ground: <EvidenceLine evidence={evidence} />,
              link: (
                <Link to={itemPlace(framework, item.code)} search={versionPart(framework)}>
                  <WordsView words={item.label} fallback={item.code} />
                </Link>
              ),
            }))}
          />
          <ItemLinks
            title={t('item.children')}
            framework={framework}
            list={found.children.list}
            total={found.children.total}
            of="roles"
          />
        </div>
        <div className={styles.column}>
          <RoleFacts found={found} />
          <Names
            title={t('item.titles')}
            names={found.titles.map(({ title, language }) => ({ name: title, language }))}
          />
          <CrosswalkPicture of={found.uuid} name={words(found.label) || found.code} />
        </div>
      </div>
      <Attribution framework={framework} uri={found.uri} />
    </>
  );
}
