import type { FrameworkDetail } from '@nhip/server/frameworks/reading/contract.ts';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { useDropDown } from '../ui/use-drop-down.ts';
import { frameworkMessages } from './messages.ts';
import styles from './take-away.module.css';

/** The version that is shown, as the files and the address by which others may have it. */
export function TakeAway({ found }: { found: FrameworkDetail }) {
  const t = useMessages(frameworkMessages);
  const { open, whole, button } = useDropDown();
  const { code, version } = found;
  const tables = `/api/frameworks/${encodeURIComponent(code)}/versions/${encodeURIComponent(version.version)}/export`;
  const packageOf = (spoken: 'v1p0' | 'v1p1') =>
    `/ims/case/${spoken}/CFPackages/${found.documentUuid}`;
  const address = new URL(packageOf('v1p1'), location.origin).href;
  const fileName = `${code}-${version.version}`.replace(/[^A-Za-z0-9.+-]+/g, '-');
  const files = [
    { words: 'away.xlsx', href: `${tables}.xlsx`, as: '' },
    { words: 'away.csv', href: `${tables}.csv`, as: '' },
    { words: 'away.case11', href: packageOf('v1p1'), as: `${fileName}.case-1.1.json` },
    { words: 'away.case10', href: packageOf('v1p0'), as: `${fileName}.case-1.0.json` },
  ] as const;
  return (
    <div {...whole} className={styles.whole}>
      <button {...button} type="button" className="action" aria-controls="take-away">
        <IconDownload size={18} aria-hidden />
        {t('away.open')}
        <IconChevronDown size={16} aria-hidden />
      </button>
      {open && (
        <div id="take-away" className={styles.panel}>
          <ul className={styles.files}>
            {files.map(({ words, href, as }) => (
              <li key={words}>
                <a href={href} download={as}>
                  {t(words)}
                </a>
              </li>
            ))}
          </ul>
          <p className="muted small">{t('away.hint')}</p>
          <p className="small">{t('away.address')}</p>
          <code className={styles.address}>{address}</code>
          <div>
            <CopyButton text={address} label={t('away.copy')} />
          </div>
        </div>
      )}
    </div>
  );
}
