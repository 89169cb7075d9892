import type { TranslateOf } from '../../language.ts';
import type { draftMessages } from './messages.ts';

type T = TranslateOf<typeof draftMessages>;

/** A field of an entry in words: 'descriptor muc 2 vi' → “Mô tả mức · muc 2 · tiếng Việt”. */
export function fieldName(field: string, t: T): string {
  const [name, ...rest] = field.split(' ');
  const language = rest.at(-1);
  const inLanguage = language === 'vi' || language === 'en' ? t(`field.${language}`) : language;
  switch (name) {
    case 'label':
    case 'definition':
    case 'note':
    case 'description':
      return `${t(`field.${name}`)} · ${inLanguage}`;
    case 'descriptor':
      return `${t('field.descriptor')} · ${rest.slice(0, -1).join(' ')} · ${inLanguage}`;
    case 'level':
    case 'scale':
    case 'requirement':
      return `${t(`field.${name}`)} ${rest.join(' ')}`.trim();
    case 'stands':
      return t('field.stands');
    case 'relation':
      return `${relationName(rest[0]!, t)} ${rest.slice(1).join(' ')}`;
    case 'title':
      if (rest.length === 1) return `${t('field.title')} · ${inLanguage}`;
      return `${t('field.otherTitle')} · ${rest.slice(1).join(' ')}`;
    case 'origin':
      return `${t('field.origin')}: ${fieldName(rest.join(' '), t)}`;
    case 'code':
    case 'kind':
    case 'sourceKind':
    case 'parent':
    case 'sequence':
    case 'extra':
    case 'licence':
    case 'version':
      return t(`field.${name}`);
    default:
      return field;
  }
}

const RELATIONS = [
  ...(['child-of', 'part-of', 'related', 'peer-of', 'precedes', 'exemplar-of'] as const),
  ...(['has-level', 'essential-for', 'optional-for', 'replaced-by', 'translation-of'] as const),
] as const;
export const relations: readonly (typeof RELATIONS)[number][] = RELATIONS;

export function relationName(relation: string, t: T): string {
  const known = RELATIONS.find((one) => one === relation);
  return known ? t(`relation.${known}`) : relation;
}

/** A value for a reader: texts as they are, the rest in few words. */
export function valueInWords(value: unknown, t: T): string {
  if (value === null || value === undefined || value === '') return t('conflict.nothing');
  if (value === true) return '✓';
  if (value === 'machine-draft') return t('form.machine');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const { necessity, level, weight, scale } = value as Record<string, unknown>;
  if (typeof necessity === 'string') {
    const at = level as { scale: string; level: number } | undefined;
    return [
      t(necessity === 'essential' ? 'form.essential' : 'form.desirable'),
      at && `${at.scale} ${at.level}`,
      typeof weight === 'number' && `${Math.round(weight * 100)} %`,
    ]
      .filter(Boolean)
      .join(', ');
  }
  if (typeof scale === 'string') return `${scale} ${String(level)}`;
  return Object.keys(value as object).length === 0 ? '✓' : JSON.stringify(value);
}
