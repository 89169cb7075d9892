import type { SearchQuery } from '@nhip/server/search/contract.ts';
import { plain } from '../ui/plain.ts';

export type Filters = Partial<Pick<SearchQuery, 'type' | 'framework' | 'kind' | 'level'>>;

/** Words before a colon, in both languages, without accents. */
const keys: Record<string, 'framework' | 'kind' | 'level'> = {
  ...{ in: 'framework', framework: 'framework', khung: 'framework' },
  ...{ kind: 'kind', type: 'kind', loai: 'kind' },
  ...{ level: 'level', muc: 'level', bac: 'level' },
};

const types: Record<string, NonNullable<Filters['type']>> = {
  ...{ role: 'role', 'vai-tro': 'role', nghe: 'role' },
  ...{ framework: 'framework', khung: 'framework' },
  ...{ programme: 'programme', program: 'programme', 'chuong-trinh': 'programme' },
  ...{ course: 'course', 'hoc-phan': 'course' },
  ...{ organisation: 'organisation', organization: 'organisation', 'to-chuc': 'organisation' },
};

const kinds: Record<string, string> = {
  ...{ area: 'area', 'linh-vuc': 'area', competency: 'competency', 'nang-luc': 'competency' },
  ...{ knowledge: 'knowledge', 'kien-thuc': 'knowledge', skill: 'skill', 'ky-nang': 'skill' },
  ...{ attitude: 'attitude', 'thai-do': 'attitude', task: 'task', 'nhiem-vu': 'task' },
  ...{ tool: 'tool', 'cong-cu': 'tool', credential: 'credential', 'chung-chi': 'credential' },
  ...{ occupation: 'occupation', 'work-role': 'work-role' },
};

/** What was typed as words to find and filters: `khung:esco loại:kỹ-năng hàn` → { words: 'hàn', … }. */
export function readTyped(typed: string): { words: string; filters: Filters } {
  const filters: Filters = {};
  const words = typed
    .split(/\s+/)
    .filter((part) => {
      const [name, value] = splitAtColon(part);
      const key = name && value ? keys[plain(name)] : undefined;
      return key === undefined || !take(filters, key, value!);
    })
    .join(' ')
    .trim();
  return { words, filters };
}

/** The part of what was typed that is not this filter. */
export function withoutFilter(typed: string, filter: keyof Filters): string {
  return typed
    .split(/\s+/)
    .filter((part) => readTyped(part).filters[filter] === undefined)
    .join(' ');
}

function splitAtColon(part: string): [string?, string?] {
  const at = part.indexOf(':');
  return at < 1 ? [] : [part.slice(0, at), part.slice(at + 1)];
}

function take(filters: Filters, key: 'framework' | 'kind' | 'level', value: string): boolean {
  if (key === 'framework') filters.framework = value.toLowerCase();
  else if (key === 'level') filters.level = value.toUpperCase();
  else {
    const name = value.split(/[-_]/).map(plain).join('-');
    const type = types[name];
    const kind = kinds[name];
    if (type) filters.type = type;
    else if (kind) filters.kind = kind;
    else return false;
  }
  return true;
}
