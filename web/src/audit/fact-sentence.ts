import type { AuditFact } from '@nhip/server/audit/contract.ts';
import type { Language } from '../language.ts';

export type Words = AuditFact['words'];

const of = { vi: ' của ', en: ' of ' };

/** Who did it: by name in the own organisation, else what they are and for whom they work. */
export function actorName(actor: AuditFact['actor'], language: Language): string {
  if (actor.name !== null) return actor.name;
  const kind = actor.words[language];
  if (actor.organisation === null) return kind;
  const { vi, en } = actor.organisation;
  return kind + of[language] + ((language === 'vi' ? vi : en) ?? vi ?? en);
}

/** What it was done to: the noun only where the words of the deed have not named it already. */
export function subjectName(
  { words, subject }: Pick<AuditFact, 'words' | 'subject'>,
  language: Language,
): string {
  const noun = subject.words[language];
  const named = words[language].toLocaleLowerCase().includes(noun.toLocaleLowerCase());
  return named ? shortId(subject.id) : `${noun} ${shortId(subject.id)}`;
}

/** A long identifier by its first signs; what it is in full stands in the details. */
export function shortId(id: string): string {
  return id.length > 20 ? `${id.slice(0, 8)}…` : id;
}

/** The detail of a fact as label and text, nested ones with dots; hashes of personal values apart. */
export function detailRows(detail: unknown): { rows: [string, string][]; personal: string[] } {
  if (typeof detail !== 'object' || detail === null) {
    return {
      rows: detail === null || detail === undefined ? [] : [['', String(detail)]],
      personal: [],
    };
  }
  const { personal, ...rest } = detail as { personal?: { values?: Record<string, string> } };
  return { rows: flatten('', rest), personal: Object.keys(personal?.values ?? {}) };
}

function flatten(prefix: string, value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null)
    return [[prefix, value === null ? '—' : String(value)]];
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) {
    return [[prefix, value.join(', ') || '—']];
  }
  return Object.entries(value).flatMap(([key, one]) =>
    flatten(prefix ? `${prefix}.${key}` : key, one),
  );
}
