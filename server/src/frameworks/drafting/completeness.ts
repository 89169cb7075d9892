import type { ScaleRow } from '../importing/framework-row.ts';
import type { Fields } from './contract.ts';
import { LEVEL } from './fields.ts';

const LANGUAGES = ['vi', 'en'] as const;

export interface Missing {
  field: string;
  language: 'vi' | 'en';
}

/** The texts that a part of a framework in use lacks: label and definition, and the descriptor of each level that has one. */
export function missingTexts(fields: Fields): Missing[] {
  const levels = Object.keys(fields).flatMap((key) => {
    const [, scale, level] = LEVEL.exec(key) ?? [];
    return scale === undefined ? [] : [`descriptor ${scale} ${level}`];
  });
  const wanted = ['label', 'definition', ...levels];
  return wanted.flatMap((field) => lacking(field, (language) => fields[`${field} ${language}`]));
}

export function missingTitles(fields: Fields): Missing[] {
  return lacking('title', (language) => fields[`title ${language}`]);
}

export function missingLevelLabels(scale: ScaleRow): Missing[] {
  return [
    ...lacking('title', (language) =>
      scale.texts.find((text) => text.field === 'title' && text.language === language),
    ),
    ...scale.levels.flatMap(({ level, texts }) =>
      lacking(`label ${level}`, (language) =>
        texts.find((text) => text.field === 'label' && text.language === language),
      ),
    ),
  ];
}

function lacking(field: string, find: (language: string) => unknown): Missing[] {
  return LANGUAGES.flatMap((language) => (find(language) ? [] : [{ field, language }]));
}
