import type { ItemDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { CrosswalkPicture } from './crosswalk-picture.tsx';
import styles from './item-page.module.css';
import { LevelLadder } from './level-ladder.tsx';
import { ItemLinks, Names, Relations, RolesThatAsk, Succession, Texts } from './item-parts.tsx';
import { Ladder } from './ladder.tsx';
import { frameworkMessages } from './messages.ts';
import { useWords } from './words.tsx';

/** What a framework itself says of an item: meaning and levels at the left, its place among others at the right. */
export function ItemBody({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const words = useWords();
  const parent = found.path.at(-1);
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {found.level && parent && (
          <p>
            {t('item.atLevel', {
              level: words(found.level.label) || (found.level.code ?? found.level.level),
              parent: words(parent.label),
            })}
          </p>
        )}
        <Texts title={t('item.definition')} words={found.definition} />
        <Texts title={t('item.note')} words={found.note} />
        <Ladder rungs={found.levels} range={found.range} />
        <Children found={found} />
        <RolesThatAsk found={found} />
      </div>
      <div className={styles.column}>
        <Names
          title={t('item.aliases')}
          names={found.aliases.map(({ form, language }) => ({ name: form, language }))}
        />
        <CrosswalkPicture of={found.uuid} name={words(found.label) || found.code} />
        <ItemLinks
          title={t('item.otherParents')}
          framework={found.framework}
          list={found.otherParents}
        />
        <Relations found={found} />
        <Succession found={found} />
        <Versions found={found} />
      </div>
    </div>
  );
}

/** What stands under it: by the level it stands for, or simply in order. */
export function Children({ found: { framework, children } }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  const plainOnes = children.list.filter(({ level }) => level === null);
  const levelled = children.list.filter(({ level }) => level !== null);
  return (
    <>
      <LevelLadder framework={framework} list={levelled} />
      <ItemLinks
        title={t('item.children')}
        framework={framework}
        list={plainOnes}
        total={children.total - levelled.length}
      />
    </>
  );
}

export function Versions({ found }: { found: ItemDetail }) {
  const t = useMessages(frameworkMessages);
  if (found.versions.length < 2) return null;
  const { framework } = found;
  return (
    <section>
      <h2>{t('item.versions')}</h2>
      <ul>
        {found.versions.map(({ version, status, code }) => (
          <li key={version}>
            {version === framework.version ? (
              <strong>{t('facts.version', { version })}</strong>
            ) : (
              <Link
                to="/frameworks/$code/items/$item"
                params={{ code: framework.code, item: code }}
                search={status === 'published' ? {} : { version }}
              >
                {t('facts.version', { version })}
              </Link>
            )}{' '}
            <span className="muted">{t(`status.${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
