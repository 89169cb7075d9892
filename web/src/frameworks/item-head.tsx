import type { ItemDetail, RoleDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { IconArrowsLeftRight, IconMap2, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { PageHeading } from '../ui/heading.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { CrosswalkChips } from './crosswalk-picture.tsx';
import styles from './item-head.module.css';
import { Breadcrumb } from './item-parts.tsx';
import { roleIcon, kindIcons } from './kind-icon.tsx';
import { mapMessages } from './map/map-messages.ts';
import { frameworkMessages } from './messages.ts';
import { versionPart } from './places.ts';
import { pickWords } from './words.tsx';

/** Name, place, code, kind and what corresponds to it; the same for competencies and roles. */
export function ItemHead(props: {
  found: ItemDetail | RoleDetail;
  of: 'items' | 'roles';
  actions?: ReactNode;
}) {
  const { found, of } = props;
  const t = useMessages(frameworkMessages);
  const m = useMessages(mapMessages);
  const language = useLanguage();
  const name = pickWords(found.label, language);
  const others = Object.entries(found.label).filter(([, text]) => text !== name.text);
  const icon = found.kind in kindIcons ? kindIcons[found.kind as keyof typeof kindIcons] : roleIcon;
  return (
    <PageHeading
      title={name.text || found.code}
      {...(name.lang && { lang: name.lang })}
      above={<Breadcrumb framework={found.framework} path={found.path} of={of} />}
      lead={
        <span className={styles.identity}>
          {others.map(([lang, text]) => (
            <span key={lang} lang={lang}>
              {text}
            </span>
          ))}
          <code>{found.code}</code>
          <StateBadge
            icon={icon}
            tone="accent"
            {...(found.sourceKind && { title: found.sourceKind })}
          >
            {t(`kind.${found.kind}`)}
          </StateBadge>
          <CrosswalkChips of={found.uuid} />
        </span>
      }
      actions={
        <>
          {props.actions}
          {of === 'items' && (
            <Link
              className="action"
              to="/frameworks/$code/map"
              params={{ code: found.framework.code }}
              search={{ at: found.code, ...versionPart(found.framework) }}
            >
              <IconMap2 size={18} aria-hidden />
              {m('onMap')}
            </Link>
          )}
          {of === 'items' && (
            <Link
              className="action"
              to="/compare"
              search={{ a: `${found.framework.code}/${found.code}` }}
            >
              <IconArrowsLeftRight size={18} aria-hidden />
              {t('item.compare')}
            </Link>
          )}
          {of === 'roles' && found.kind !== 'group' && (
            <Link
              className="action"
              to="/roles/compare"
              search={{ a: `${found.framework.code}/${found.code}` }}
            >
              <IconArrowsLeftRight size={18} aria-hidden />
              {t('item.compare')}
            </Link>
          )}
          <ActionButton icon={IconPrinter} onClick={() => print()}>
            {t('item.print')}
          </ActionButton>
        </>
      }
    />
  );
}
