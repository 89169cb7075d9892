import type { Doer } from '@nhip/server/frameworks/drafting/contract.ts';
import { useLocalText, useMessages } from '../language.ts';
import { frameworkMessages } from './messages.ts';

/** Colleagues by name, people of other organisations by their organisation. */
export function useDoerName(): (doer: Doer) => string {
  const t = useMessages(frameworkMessages);
  const local = useLocalText();
  return (doer) => {
    if (doer.self) return t('doer.you');
    const organisation = local(doer.organisation);
    return doer.name
      ? t('doer.person', { name: doer.name, organisation })
      : t('doer.someone', { organisation });
  };
}
