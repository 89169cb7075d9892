import type { CrosswalkPair } from '@nhip/server/crosswalks/contract.ts';
import { useMessages } from '../language.ts';
import { crosswalkMessages } from './messages.ts';

const KNOWN = [
  'label-equals-label',
  'label-equals-alias',
  'alias-equals-label',
  'alias-equals-alias',
  'name-narrows',
  'name-widens',
  'words-in-common',
  'names-alike',
  'meaning-alike',
  'description-alike',
  'source',
] as const;

/** Why two items were proposed, in a sentence; what other sources say beside it. */
export function Grounds({ pair }: { pair: CrosswalkPair }) {
  const t = useMessages(crosswalkMessages);
  const code = KNOWN.find((known) => known === pair.grounds?.code);
  const values = Object.entries(pair.grounds ?? {}).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  const say = code
    ? t(`grounds.${code}`, Object.fromEntries(values) as Record<string, string>)
    : pair.source === 'person'
      ? t('grounds.person')
      : t('grounds.source', { source: pair.source });
  return (
    <>
      <span>{say}</span>
      {pair.others.map(({ source, relation }) => (
        <span key={source}>{t('grounds.other', { source, relation: t(`short.${relation}`) })}</span>
      ))}
    </>
  );
}
