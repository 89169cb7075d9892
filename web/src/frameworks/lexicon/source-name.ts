import { useMessages } from '../../language.ts';
import { lexiconMessages } from './messages.ts';

/** Where a form came from, in words where we have them. */
export function useSourceName(): (source: string) => string {
  const t = useMessages(lexiconMessages);
  return (source) =>
    source === 'reference' || source === 'person' || source === 'review' || source === 'endpoint'
      ? t(`from.${source}`)
      : source;
}
