import type { Region } from '@nhip/server/regions/contract.ts';
import { useQuery } from '@tanstack/react-query';
import { useLanguage, useLocalText, useMessages } from '../language.ts';
import { NativeSelect } from '../ui/native-select.tsx';
import { regions } from './demand-api.ts';
import { demandMessages } from './messages.ts';

/** The 34 provinces in the order of the reader's alphabet, then what has no province. */
export function RegionSelect(props: { value: string; onChange: (code: string) => void }) {
  const t = useMessages(demandMessages);
  const language = useLanguage();
  const local = useLocalText();
  const list = useQuery(regions).data ?? [];
  const words = new Intl.Collator(language);
  const options = list
    .filter((region) => region.kind !== 'country')
    .map((region) => ({ value: region.code, label: local(region.name), place: placeOf(region) }))
    .sort((one, other) => one.place - other.place || words.compare(one.label, other.label));
  return (
    <NativeSelect
      label={t('filter.region')}
      value={props.value}
      onChange={props.onChange}
      options={[{ value: '', label: t('filter.country') }, ...options]}
    />
  );
}

const placeOf = (region: Region) => (region.kind === 'province' ? 0 : 1);

/** The name of a region by its code; the code until the regions are here. */
export function useRegionName(code: string | undefined): string | undefined {
  const local = useLocalText();
  const list = useQuery(regions).data;
  if (!code) return undefined;
  const found = list?.find((region) => region.code === code);
  return found ? local(found.name) : code;
}
