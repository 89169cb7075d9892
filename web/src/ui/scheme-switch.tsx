import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import { useScheme } from './scheme.ts';
import styles from './switches.module.css';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

export function SchemeSwitch() {
  const t = useMessages(uiMessages);
  const [scheme, choose] = useScheme();
  const Icon = icons[scheme];
  const label = t(`scheme.${scheme}`);
  return (
    <button
      type="button"
      className={styles.single}
      aria-label={label}
      title={label}
      onClick={() => choose(next[scheme])}
    >
      <Icon size={19} aria-hidden />
    </button>
  );
}
