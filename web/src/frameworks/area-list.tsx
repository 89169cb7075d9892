import type { FrameworkTree } from '@nhip/server/frameworks/contract.ts';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../language.ts';
import { LocalTextView } from '../ui/local-text.tsx';
import styles from './area-list.module.css';
import { KindIcon } from './kind-icon.tsx';
import { frameworkMessages } from './messages.ts';

/** Areas with their competencies as links. */
export function AreaList({ areas }: { areas: FrameworkTree['areas'] }) {
  const t = useMessages(frameworkMessages);
  return (
    <div className={styles.areas}>
      {areas.map(({ competency: area, children }) => (
        <section key={area.code} aria-labelledby={area.code}>
          <h2 id={area.code}>
            <Link to="/competencies/$code" params={{ code: area.code }}>
              <LocalTextView text={area.label} />
            </Link>
            <span className="muted small figures">
              {t('areaCount', { count: children.length })}
            </span>
          </h2>
          <ul>
            {children.map((child) => (
              <li key={child.code}>
                <KindIcon kind={child.kind} />
                <Link to="/competencies/$code" params={{ code: child.code }}>
                  <LocalTextView text={child.label} />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
