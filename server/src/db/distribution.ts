/**
 * Where each table lives when the database is spread over several machines (Citus). `npm run check`
 * proves from the schema that the rules hold; docs/scale.md says how an installation is spread.
 *
 * distributed: by a column that every key and every foreign key among such tables contains.
 * reference: a whole copy on every machine. local: on the coordinator alone.
 */
export type Place = { distributed: string } | 'reference' | 'local';

const PERSON = { distributed: 'person_id' };

export const PLACES: Readonly<Record<string, Place>> = {
  // about persons
  affiliation: PERSON,
  consent: PERSON,
  correction_request: PERSON,
  erasure: PERSON,
  person: PERSON,
  person_access: PERSON,
  person_identifier: PERSON,
  person_key: PERSON,
  person_merge: PERSON,
  role_grant: PERSON,
  // what must be unique across people or advertisements
  advertisement_key: { distributed: 'source_key' },
  person_identifier_key: { distributed: 'value_hmac' },
  // large, not about persons
  advertisement: { distributed: 'id' },
  advertisement_link: { distributed: 'advertisement_id' },
  // catalogues and roll-ups
  actor: 'reference',
  case_index: 'reference',
  case_object: 'reference',
  case_subscription: 'reference',
  certificate: 'reference',
  certificate_competency: 'reference',
  certificate_domain: 'reference',
  certificate_domain_competency: 'reference',
  certificate_issuer: 'reference',
  competency: 'reference',
  competency_text: 'reference',
  competency_version: 'reference',
  course: 'reference',
  course_group: 'reference',
  course_link: 'reference',
  course_prerequisite: 'reference',
  course_text: 'reference',
  decision: 'reference',
  competency_level: 'reference',
  competency_level_text: 'reference',
  competency_relation: 'reference',
  competency_succession: 'reference',
  crosswalk: 'reference',
  crosswalk_decision: 'reference',
  crosswalk_proposal_run: 'reference',
  framework: 'reference',
  framework_comment: 'reference',
  framework_definition: 'reference',
  framework_edit: 'reference',
  framework_review: 'reference',
  framework_version: 'reference',
  framework_version_text: 'reference',
  input_revision: 'reference',
  learning_outcome: 'reference',
  learning_outcome_link: 'reference',
  learning_outcome_text: 'reference',
  level: 'reference',
  level_equating: 'reference',
  level_text: 'reference',
  level_scale: 'reference',
  level_scale_text: 'reference',
  link_calibration: 'reference',
  link_engine: 'reference',
  judged_link: 'reference',
  precision_draw: 'reference',
  precision_item: 'reference',
  second_opinion: 'reference',
  second_opinion_salt: 'reference',
  lexicon_entry: 'reference',
  lexicon_revision: 'reference',
  measure: 'reference',
  organisation: 'reference',
  organisation_succession: 'reference',
  organisation_text: 'reference',
  organisation_unit: 'reference',
  programme: 'reference',
  programme_version: 'reference',
  programme_version_text: 'reference',
  region: 'reference',
  region_spelling: 'reference',
  region_succession: 'reference',
  region_text: 'reference',
  retention_rule: 'reference',
  role: 'reference',
  role_requirement: 'reference',
  role_text: 'reference',
  role_title: 'reference',
  role_version: 'reference',
  syllabus: 'reference',
  syllabus_text: 'reference',
  syllabus_topic: 'reference',
  vacancy: 'reference',
  // sign-in, imports, audit, letters
  account: 'local',
  account_credential: 'local',
  account_passkey: 'local',
  account_second_factor: 'local',
  api_access_token: 'local',
  api_client: 'local',
  api_key: 'local',
  audit_fact: 'local',
  audit_seal: 'local',
  file: 'local',
  import_row: 'local',
  import_run: 'local',
  installation: 'local',
  invitation: 'local',
  letter: 'local',
  link_endpoint_call: 'local',
  link_endpoint_opinion: 'local',
  link_endpoint_vector: 'local',
  link_run: 'local',
  set_up_link: 'local',
  sign_in_rate: 'local',
  sign_in_session: 'local',
  sign_in_verification: 'local',
};

/** The statements that spread the tables over the workers, in an order that their foreign keys allow. */
export function distributionStatements(): string[] {
  const entries = Object.entries(PLACES);
  const reference = entries.filter(([, place]) => place === 'reference');
  const distributed = entries.flatMap(([table, place]) =>
    typeof place === 'object' ? [{ table, column: place.distributed }] : [],
  );
  // person first: the tables about a person lie where the person lies
  distributed.sort(
    (one, other) => Number(other.table === 'person') - Number(one.table === 'person'),
  );
  return [
    ...reference.map(([table]) => `select create_reference_table('${table}');`),
    ...distributed.map(({ table, column }) => {
      const beside =
        column === 'person_id' && table !== 'person' ? `, colocate_with => 'person'` : '';
      return `select create_distributed_table('${table}', '${column}'${beside});`;
    }),
  ];
}

if (import.meta.main) process.stdout.write(`${distributionStatements().join('\n')}\n`);
