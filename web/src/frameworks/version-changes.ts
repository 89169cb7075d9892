import type { VersionTree } from '@nhip/server/frameworks/reading/contract.ts';

export interface Standing {
  code: string;
  label: string;
  /** the label of what it stands under */
  under: string | null;
}

export interface Change {
  id: number;
  what: 'added' | 'removed' | 'renamed' | 'moved';
  before: Standing | null;
  after: Standing | null;
}

/** What became of each lasting competency from one version to another, in the order of the later one. */
export function versionChanges(
  before: VersionTree,
  after: VersionTree,
): { changes: Change[]; same: number } {
  const old = standings(before);
  const changes: Change[] = [];
  let same = 0;
  for (const [id, now] of standings(after)) {
    const then = old.get(id);
    if (!then) {
      changes.push({ id, what: 'added', before: null, after: now.standing });
    } else if (
      then.standing.code !== now.standing.code ||
      then.standing.label !== now.standing.label
    ) {
      changes.push({ id, what: 'renamed', before: then.standing, after: now.standing });
    } else if (then.parent !== now.parent) {
      changes.push({ id, what: 'moved', before: then.standing, after: now.standing });
    } else same += 1;
    old.delete(id);
  }
  for (const [id, { standing }] of old) {
    changes.push({ id, what: 'removed', before: standing, after: null });
  }
  return { changes, same };
}

function standings({ id, code, label, parent }: VersionTree) {
  return new Map(
    id.map((own, place) => {
      const above = parent[place]!;
      const standing: Standing = {
        ...{ code: code[place]!, label: label[place]! },
        under: above < 0 ? null : label[above]!,
      };
      return [own, { standing, parent: above < 0 ? null : id[above]! }];
    }),
  );
}
