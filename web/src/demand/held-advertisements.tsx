import type { AdvertisementPage } from '@nhip/server/demand/contract.ts';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../language.ts';
import { AdmissionBar } from './admission-bar.tsx';
import { AdvertisementRow } from './advertisement-row.tsx';
import styles from './advertisements-page.module.css';
import { advertisements, type AdvertisementFilter } from './demand-api.ts';
import { demandMessages } from './messages.ts';
import type { Admissions } from './use-admission.ts';

/** Held advertisements with a box each: one by one, a page, or all that match. */
export function HeldAdvertisements(props: {
  page: AdvertisementPage;
  filter: AdvertisementFilter;
  admission: Admissions;
}) {
  const t = useMessages(demandMessages);
  const { admission } = props;
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const all = useMutation({
    mutationFn: () => allIds(client, props.filter, props.page.total),
    onSuccess: (ids) => setChosen(new Set(ids)),
  });
  const ids = props.page.items.map((item) => item.id);
  const choose = (part: number[], selected: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of part) selected ? after.add(id) : after.delete(id);
      return after;
    });
  return (
    <>
      <AdmissionBar
        selected={chosen.size}
        total={props.page.total}
        pageSelected={ids.every((id) => chosen.has(id))}
        busy={admission.isPending || all.isPending}
        onPage={(selected) => choose(ids, selected)}
        onAll={() => all.mutate()}
        onClear={() => setChosen(new Set())}
        onDecide={async (status) => {
          if (await admission.admit([...chosen], status)) setChosen(new Set());
        }}
      />
      <ol className={styles.list} aria-label={t('list.label')}>
        {props.page.items.map((item) => (
          <AdvertisementRow
            key={item.id}
            item={item}
            choice={
              <input
                type="checkbox"
                aria-label={t('admission.select', { title: item.title })}
                checked={chosen.has(item.id)}
                onChange={(event) => choose([item.id], event.target.checked)}
              />
            }
          />
        ))}
      </ol>
    </>
  );
}

const pageSize = 200;

async function allIds(
  client: QueryClient,
  filter: AdvertisementFilter,
  total: number,
): Promise<number[]> {
  const ids: number[] = [];
  for (let page = 1; (page - 1) * pageSize < total; page += 1) {
    const found = await client.fetchQuery(advertisements({ ...filter, page, size: pageSize }));
    ids.push(...found.items.map((item) => item.id));
  }
  return ids;
}
