import { hasRole } from '#src/actors/actor.ts';
import { isZip } from '#src/files/read-workbook.ts';
import type { Importer, ParsedRow, RowFinding } from '#src/imports/importer.ts';
import { csvHead } from '#src/imports/read-table.ts';
import { plain } from '#src/languages/plain.ts';
import { listUnits } from '../unit-queries.ts';
import { applyRoster } from './apply-roster.ts';
import { isHeading } from './columns.ts';
import { diffRoster, lintRoster, rosterDifferences } from './compare-roster.ts';
import { readLine, type RosterRow } from './read-line.ts';
import { readRoster } from './read-roster.ts';

/** The people of the importing organisation as a spreadsheet (.xlsx) or a CSV; README.md says what it does with them. */
export const rosterImporter: Importer = {
  kind: 'members',
  format: 'nhip-members',
  input: null,
  defaultSource: null,
  unpackedLimitBytes: 32 * 2 ** 20,
  readsBytes: true,
  personal: true,
  access: (actor) => hasRole(actor, 'administrator'),

  detect(head) {
    return isZip(head) || csvHead(head.toString('utf8')).some(isHeading);
  },

  async *parse(content, { db, run }) {
    const parts: Buffer[] = [];
    for await (const part of content) parts.push(part);
    const units = await listUnits(db, run.ownerOrganisationId);
    const standing = units.filter(({ ended }) => !ended);
    const repeated = repetitions();
    for (const line of await readRoster(Buffer.concat(parts))) {
      yield repeated(readLine(line, standing));
    }
  },

  finishStaging: lintRoster,
  diff: diffRoster,
  differences: rosterDifferences,
  apply: applyRoster,

  label(payload) {
    const { fullName, personCode, email } = payload as Partial<RosterRow>;
    return [fullName, personCode ?? email].filter(Boolean).join(' — ');
  },
};

/** Finds rows about somebody who stood further up already: by code, by address. */
function repetitions(): (parsed: ParsedRow) => ParsedRow {
  const codes = new Map<string, ParsedRow>();
  const emails = new Map<string, ParsedRow>();
  return (parsed) => {
    const { personCode, email, fullName } = parsed.payload as RosterRow;
    const sameCode = personCode === null ? undefined : codes.get(personCode);
    const sameEmail = email === null ? undefined : emails.get(email);
    if (personCode !== null && !sameCode) codes.set(personCode, parsed);
    if (email !== null && !sameEmail) emails.set(email, parsed);
    const earlier = sameCode ?? sameEmail;
    if (!earlier) return parsed;
    const otherName =
      !sameCode && plain((earlier.payload as RosterRow).fullName) !== plain(fullName);
    const finding: RowFinding = {
      code: otherName ? 'member-email-other-name' : 'member-duplicate',
      severity: 'error',
      column: otherName ? 'E-mail' : null,
      detail: { row: earlier.rowNumber },
    };
    return { ...parsed, problems: [...parsed.problems, finding] };
  };
}
