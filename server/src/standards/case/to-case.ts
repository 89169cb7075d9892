import type { ItemRow, ScaleRow } from '#src/frameworks/importing/framework-row.ts';
import { nameUuid } from '#src/frameworks/importing/name-uuid.ts';
import { keptOf, withoutKept, type Bundle, type End, type PartRow } from './bundle.ts';
import { derive, labelOf, languageOf, type Surroundings } from './derive.ts';
import { restoreBundle, withOurs } from './keep-bundle.ts';
import { lawful } from './lawful.ts';
import { unsaid } from './our-part.ts';
import { keyed, readBundle, type Around } from './read-bundle.ts';
import { mainLanguage } from './statements.ts';
import {
  isAssociationType,
  type CaseVersion,
  type CFAssociation,
  type CFItem,
  type Definition,
} from './wire.ts';

export interface Writing extends Surroundings {
  version: CaseVersion;
  /** the language of the document as it leaves; its source may name none */
  languageAsWritten: unknown;
  /** the row that an identifier names, of those at which this row points */
  endOf(identifier: string): End | undefined;
}

export interface Written {
  items: CFItem[];
  associations: CFAssociation[];
}

/**
 * A row of ours as CASE. In 1.1 nothing is lost: what its fields cannot say stands under our key of
 * `extensions`, texts in other languages are items of their own. 1.0 has neither: see README.md.
 */
export function toCase(row: PartRow, at: Writing): Written {
  const kept = keptOf(row);
  const isCopy = kept !== undefined && kept.of !== row.uuid;
  const own = isCopy ? { ...withoutKept(row), uri: null } : withoutKept(row);
  const derived = derive(own, at, languageOf(row, at));
  const whole = restoreBundle(derived, kept, {
    isCopy,
    base: at.base,
    remake: (association) => remade(association, own, derived, at, isCopy),
  });
  if (at.version === '1.0') return allowed(whole, '1.0');
  return allowed(withUnsaid(whole, own, at, kept !== undefined), '1.1');
}

/** Of what an item says in our words the part that another reader of the package would not find. */
function withUnsaid(bundle: Bundle, row: PartRow, at: Writing, isForeign: boolean): Bundle {
  const around: Around = {
    document: at.document.identifier,
    language: at.languageAsWritten,
    end: (identifier) => at.endOf(identifier),
    // what a reader of the whole package finds by itself
    code: () => codesOf(bundle.item).find((code) => code === row.code) ?? codeOf(bundle.item),
    // a source that says nothing of the order leaves it to the order of its file
    position: () => (isForeign ? row.sequence : Number.NaN),
  };
  const again = (part: Pick<Bundle, 'associations'>) =>
    keyed(
      part.associations.map(({ association }) => association),
      around,
    );
  const read = readBundle({ ...bundle, associations: again(bundle) }, row.type, around);
  const said = unsaid(row, read);
  if (row.type === 'item' && Object.keys(said).length === 0) return bundle;
  const ours = { ...(row.type === 'role' ? { type: 'role' } : {}), row: said };
  return { ...bundle, item: withOurs(bundle.item, ours) };
}

/** How a code is read: what people read, else the beginning of the identifier. */
export function codeOf({ humanCodingScheme, identifier }: CFItem): string {
  const code = typeof humanCodingScheme === 'string' ? humanCodingScheme.trim() : '';
  return code === '' ? identifier.toLowerCase().slice(0, 8) : code;
}

/** Codes for an item, the best first: one that another item of the package has already is passed over. */
export function codesOf(item: CFItem): string[] {
  const code = codeOf(item);
  const identifier = item.identifier.toLowerCase();
  return [code, `${code}~${identifier.slice(0, 8)}`, `${code}~${identifier}`];
}

function allowed(bundle: Bundle, version: CaseVersion): Written {
  const translations = version === '1.1' ? bundle.translations : [];
  const parts = [bundle, ...translations];
  return {
    items: parts.map(({ item }) => lawful('item', version, item)),
    associations: parts.flatMap((part) =>
      part.associations.map(({ association }) => lawfulAssociation(association, version)),
    ),
  };
}

/** As it may leave; a type that a version does not know is said as the least: that the two are related. */
export function lawfulAssociation(association: CFAssociation, version: CaseVersion): CFAssociation {
  const known = isAssociationType(association.associationType, version);
  const typed = known ? association : { ...association, associationType: 'isRelatedTo' };
  return lawful('association', version, typed);
}

/** Where a copy got identifiers of its own, its associations begin at them and have their own too. */
function remade(
  association: CFAssociation,
  row: PartRow,
  derived: Bundle,
  at: Writing,
  isCopy: boolean,
): CFAssociation {
  const dated = { ...association, lastChangeDateTime: at.changedAt(row) };
  if (!isCopy) return dated;
  const identifier = nameUuid(row.uuid, `copy of ${association.identifier}`);
  const origin = {
    title: labelOf(row, languageOf(row, at)),
    identifier: derived.item.identifier,
    uri: derived.item.uri,
  };
  return {
    ...dated,
    ...{ identifier, uri: `${at.base}/CFAssociations/${identifier}`, originNodeURI: origin },
  };
}

/** What every part of a package is asked about when others point at it. */
export function endOf(
  row: PartRow,
  at: Pick<Surroundings, 'base' | 'language'>,
  language: string = languageOf(row, at),
): End {
  const kept = keptOf(row);
  const uri = kept && kept.of !== row.uuid ? null : row.uri;
  return {
    ...{ type: row.type, sourceId: row.sourceId, identifier: row.uuid },
    title: labelOf(row, language),
    uri: uri ?? `${at.base}/CFItems/${row.uuid}`,
  };
}

/** What somebody at each level can do, as a rubric of its scale: one criterion for each item that says so. */
export function rubricOf(scale: ScaleRow, document: string, base: string, at: string): Definition {
  const identifier = rubricId(document, scale.code);
  const title = mainText(scale.texts, 'title');
  const description = mainText(scale.texts, 'description');
  return {
    ...{ identifier, uri: `${base}/CFRubrics/${identifier}` },
    title: title ?? scale.code,
    ...(description === undefined ? {} : { description }),
    lastChangeDateTime: at,
    extensions: { nhip: { generated: true, scale: scale.code } },
  };
}

export function rubricId(document: string, scale: string): string {
  return nameUuid(document, `rubric ${scale}`);
}

/** The criterion of an item in the rubric of a scale; undefined where the item says nothing of its levels. */
export function criterionOf(
  row: ItemRow,
  scale: ScaleRow,
  { end, rubric, base, at }: { end: End; rubric: string; base: string; at: string },
): Definition | undefined {
  const levels = row.levels.filter((level) => level.scale === scale.code);
  if (levels.length === 0) return undefined;
  const identifier = nameUuid(rubric, row.uuid);
  return {
    ...{ identifier, uri: `${base}/CFRubrics/${rubric}#${identifier}`, rubricId: rubric },
    CFItemURI: { title: end.title, identifier: end.identifier, uri: end.uri },
    lastChangeDateTime: at,
    CFRubricCriterionLevels: levels.map(({ level, texts }) => {
      const id = nameUuid(identifier, `level ${level}`);
      const known = scale.levels.find((one) => one.level === level);
      const language = mainLanguage(texts.map((text) => text.language));
      return {
        ...{ identifier: id, uri: `${base}/CFRubrics/${rubric}#${id}` },
        ...{ rubricCriterionId: identifier, position: level, score: level },
        quality: (known && mainText(known.texts, 'label')) ?? known?.code ?? String(level),
        description: texts.find((text) => text.language === language)?.value ?? '',
        lastChangeDateTime: at,
      };
    }),
  };
}

function mainText(
  texts: readonly { field: string; language: string; value: string }[],
  field: string,
): string | undefined {
  const those = texts.filter((text) => text.field === field);
  const language = mainLanguage(those.map((text) => text.language));
  return those.find((text) => text.language === language)?.value;
}

/** The identifiers at which some rows point. */
export function targetsOf(rows: readonly PartRow[]): { items: string[]; roles: string[] } {
  const items = new Set<string>();
  const roles = new Set<string>();
  for (const row of rows) {
    if (row.parent !== null) (row.type === 'item' ? items : roles).add(row.parent);
    if (row.type === 'item') for (const { to } of row.relations) items.add(to);
    else for (const { item } of row.requirements) items.add(item);
  }
  return { items: [...items], roles: [...roles] };
}
