import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';

/** What of a file has a UUID: the entry itself, or the entries of a list. */
const NAMED = [
  { key: 'area', kind: 'competency' },
  { key: 'competencies', kind: 'competency' },
  { key: 'tools', kind: 'competency' },
  { key: 'group', kind: 'role' },
  { key: 'roles', kind: 'role' },
  { key: 'certificates', kind: 'certificate' },
] as const;

/**
 * The text of a file with a `uuid` after the `code` of every entry that has none, and not another letter
 * changed. A UUID is made of the framework's and the code, so that two people who mint the same entry
 * mint the same UUID. A file that is no YAML comes back as it is.
 *
 * @param namespace the UUID of the framework
 */
export function mintUuids(text: string, namespace: string): { text: string; minted: number } {
  const document = parseDocument(text);
  const root = document.contents;
  if (document.errors.length > 0 || !isMap(root)) return { text, minted: 0 };
  const issuer = root.get('issuer');
  const prefix = isMap(issuer) ? `${String(issuer.get('code'))} ` : '';
  const inserts = NAMED.flatMap(({ key, kind }) => {
    const part: unknown = root.get(key);
    const entries = isSeq(part) ? part.items : [part];
    return entries
      .filter((entry) => isMap(entry))
      .flatMap((entry) =>
        insertOf(text, entry, (code) => nameUuid(namespace, `${kind} ${prefix}${code}`)),
      );
  });
  const rising = inserts.sort((a, b) => a.at - b.at);
  let written = '';
  let from = 0;
  for (const { at, insert } of rising) {
    written += text.slice(from, at) + insert;
    from = at;
  }
  return { text: written + text.slice(from), minted: rising.length };
}

function insertOf(
  text: string,
  entry: YAMLMap,
  mint: (code: string) => string,
): { at: number; insert: string }[] {
  const pair = entry.items.find(({ key }) => isScalar(key) && key.value === 'code');
  if (entry.has('uuid') || !pair || !isScalar(pair.key) || !isScalar(pair.value)) return [];
  const uuid = mint(String(pair.value.value));
  const end = pair.value.range![1];
  if (entry.flow) return [{ at: end, insert: `, uuid: ${uuid}` }];
  const start = pair.key.range![0];
  const column = start - (text.lastIndexOf('\n', start) + 1);
  const line = /\r?\n|$/g;
  line.lastIndex = end;
  const { index: at, 0: ending } = line.exec(text)!;
  return [{ at, insert: `${ending || '\n'}${' '.repeat(column)}uuid: ${uuid}` }];
}
