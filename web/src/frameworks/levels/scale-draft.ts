import type { DraftScale } from '@nhip/server/frameworks/drafting/contract.ts';
import type { Ladder } from '@nhip/server/frameworks/levels/contract.ts';
import type { Words } from '@nhip/server/frameworks/reading/contract.ts';

/** A level as the editor holds it; `key` stays while its number changes. */
export interface LevelDraft {
  key: number;
  level: string;
  code: string;
  label: Words;
  descriptor: Words;
}

export interface ScaleDraft {
  code: string;
  kind: DraftScale['kind'];
  title: Words;
  description: Words;
  levels: LevelDraft[];
}

export function beginScale(scale: Ladder | undefined): ScaleDraft {
  if (!scale) {
    const levels = [1, 2, 3].map((level) => emptyLevel(level));
    return { code: '', kind: 'proficiency', title: {}, description: {}, levels };
  }
  return {
    ...{ code: scale.code, kind: scale.kind, title: scale.title, description: scale.description },
    levels: scale.levels.map(({ level, code, label, descriptor }) => ({
      ...{ key: level, level: String(level), code: code ?? '', label, descriptor },
    })),
  };
}

const emptyLevel = (level: number): LevelDraft => ({
  ...{ key: level, level: String(level), code: '', label: {}, descriptor: {} },
});

/** One more level above the highest. */
export function addLevel(draft: ScaleDraft): ScaleDraft {
  const numbers = draft.levels.map(({ level, key }) => Math.max(Number(level) || 0, key));
  return { ...draft, levels: [...draft.levels, emptyLevel(Math.max(0, ...numbers) + 1)] };
}

/** As it is sent: texts in every language that it has, those of languages that the editor does not show too. */
export function scaleToSend(draft: ScaleDraft): DraftScale {
  const texts = <F extends string>(field: F, words: Words) =>
    Object.entries(words).map(([language, value]) => ({ field, language, value }));
  return {
    ...{ code: draft.code.trim(), kind: draft.kind },
    texts: [...texts('title', draft.title), ...texts('description', draft.description)],
    levels: draft.levels.map(({ level, code, label, descriptor }) => ({
      ...{ level: Number(level), code: code.trim() || null },
      texts: [...texts('label', label), ...texts('descriptor', descriptor)],
    })),
  };
}

/** What the server would refuse anyway, found while somebody writes. */
export function faultsOf(draft: ScaleDraft): { code: boolean; levels: Set<number> } {
  const numbers = draft.levels.map(({ level }) => Number(level));
  const wrong = draft.levels.filter(
    ({ level }) =>
      level.trim() === '' ||
      !Number.isInteger(Number(level)) ||
      numbers.filter((one) => one === Number(level)).length > 1,
  );
  return {
    code: !/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(draft.code.trim()),
    levels: new Set(wrong.map(({ key }) => key)),
  };
}
