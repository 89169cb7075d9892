import { useMessages } from '../language.ts';
import { retentionMessages } from './retention-messages.ts';

export const RETAINED = ['affiliation', 'identifier', 'consent', 'correction'] as const;

/** The kinds of data that rules speak of; a newer server's stays a code. */
export function useHoldingName(): (holding: string) => string {
  const t = useMessages(retentionMessages);
  return (holding) => {
    const known = RETAINED.find((one) => one === holding);
    return known ? t(`retention.holdings.${known}`) : holding;
  };
}
