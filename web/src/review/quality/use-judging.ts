import type { Opinion } from '@nhip/server/review/opinions/contract.ts';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';

/**
 * Items judged one after the other: the next one is there at once while answers travel behind, one at a
 * time; what could not be saved comes back.
 */
export function useJudging<Item>(options: {
  name: string;
  keyOf: (item: Item) => string;
  save: (item: Item, verdict: Opinion) => Promise<unknown>;
  /** What is read anew after each answer. */
  renew: QueryKey[];
  onSaved?: () => void;
}) {
  const client = useQueryClient();
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [later, setLater] = useState(0);
  const saving = useMutation({
    scope: { id: options.name },
    mutationFn: ({ item, verdict }: { item: Item; verdict: Opinion }) =>
      options.save(item, verdict),
    onError: (_, { item }) =>
      setAnswered((before) => new Set([...before].filter((key) => key !== options.keyOf(item)))),
    onSettled: () => {
      options.onSaved?.();
      for (const queryKey of options.renew) void client.invalidateQueries({ queryKey });
    },
  });
  return {
    error: saving.error,
    travelling: saving.isPending,
    /** Of what was read, the item that is to be judged now. */
    open(items: readonly Item[]): Item | undefined {
      const left = items.filter((item) => !answered.has(options.keyOf(item)));
      return left[later % Math.max(1, left.length)];
    },
    judge(item: Item, verdict: Opinion) {
      setAnswered((before) => new Set([...before, options.keyOf(item)]));
      saving.mutate({ item, verdict });
    },
    next: () => setLater((n) => n + 1),
  };
}
