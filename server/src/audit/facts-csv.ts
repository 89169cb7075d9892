import { csvLine, CSV_START } from '#src/files/spreadsheet.ts';
import { inLanguage } from '#src/languages/local-text.ts';
import type { AuditFact } from './contract.ts';

const HEADER = [
  'số/number',
  'thời điểm/at',
  'người thao tác/actor',
  'tên/name',
  'tổ chức của người thao tác/actor’s organisation',
  'tổ chức/organisation',
  'mã việc/action',
  'việc đã làm',
  'what was done',
  'loại đối tượng/kind of subject',
  'đối tượng/subject',
  'mục đích/purpose',
  'chi tiết/detail',
  'đã niêm phong/sealed',
];

/** One line per fact, as a spreadsheet opens it, in both languages. */
export async function* factsCsv(facts: AsyncIterable<AuditFact>): AsyncGenerator<string> {
  yield CSV_START + csvLine(HEADER);
  for await (const fact of facts) {
    const { actor, organisation } = fact;
    yield csvLine([
      fact.id,
      fact.at,
      `${actor.kind} ${actor.id}`,
      actor.name,
      actor.organisation && inLanguage(actor.organisation, 'vi'),
      organisation && inLanguage(organisation.name, 'vi'),
      fact.action,
      fact.words.vi,
      fact.words.en,
      fact.subject.kind,
      fact.subject.id,
      fact.purpose,
      JSON.stringify(fact.detail),
      fact.sealed ? 1 : 0,
    ]);
  }
}
