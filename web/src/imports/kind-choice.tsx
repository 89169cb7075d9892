import type { ImportKind } from '@nhip/server/imports/contract.ts';
import {
  IconArrowsExchange,
  IconBriefcase,
  IconSchool,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react';
import { useMessages } from '../language.ts';
import { useSession } from '../sign-in/session.ts';
import { kindsFor } from './import-rules.ts';
import styles from './kind-choice.module.css';
import { importMessages } from './messages.ts';

const icons = {
  advertisements: IconBriefcase,
  programme: IconSchool,
  members: IconUsers,
  framework: IconSitemap,
  crosswalk: IconArrowsExchange,
};

export function KindChoice(props: { value: ImportKind; onChange: (kind: ImportKind) => void }) {
  const t = useMessages(importMessages);
  const kinds = kindsFor(useSession()?.roles ?? []);
  return (
    <fieldset className={styles.choice}>
      <legend>{t('start.kind')}</legend>
      {kinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              value={kind}
              checked={props.value === kind}
              onChange={() => props.onChange(kind)}
            />
            <Icon aria-hidden />
            <span>
              <strong>{t(`kind.${kind}`)}</strong>
              <span className="muted small">{t(`kind.${kind}Hint`)}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
