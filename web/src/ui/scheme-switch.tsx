import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { uiMessages } from './messages.ts';
import styles from './switches.module.css';

const next = { auto: 'light', light: 'dark', dark: 'auto' } as const;
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

export function SchemeSwitch() {
  const t = useMessages(uiMessages);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Icon = icons[colorScheme];
  const label = t(`scheme.${colorScheme}`);
  return (
    <button
      type="button"
      className={styles.single}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next[colorScheme])}
    >
      <Icon size={19} aria-hidden />
    </button>
  );
}
