// Generated from the migrations by `npm run types`; not edited by hand.
import type { ColumnType, GeneratedAlways } from 'kysely';

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>;
/** Comes out parsed and goes in as JSON text: node-postgres would write an array as a PostgreSQL array. */
type Json = ColumnType<unknown, string, string>;
/** Comes out as the string that keeps its digits. */
type Numeric = ColumnType<string, number | string, number | string>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface AccountTable {
  id: string;
  person_id: number | null;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  two_factor_enabled: Generated<boolean>;
  language: Generated<string>;
  disabled_at: Timestamp | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface AccountCredentialTable {
  id: string;
  holder_account_id: string;
  provider_id: string;
  provider_account_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Timestamp | null;
  refresh_token_expires_at: Timestamp | null;
  scope: string | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface AccountPasskeyTable {
  id: string;
  account_id: string;
  name: string | null;
  public_key: string;
  credential_id: string;
  counter: number;
  device_type: string;
  backed_up: boolean;
  transports: string | null;
  aaguid: string | null;
  created_at: Timestamp | null;
}

export interface AccountSecondFactorTable {
  id: string;
  account_id: string;
  secret: string;
  backup_codes: string;
  verified: Generated<boolean>;
  failed_verification_count: Generated<number>;
  locked_until: Timestamp | null;
}

export interface ActorTable {
  id: GeneratedAlways<number>;
  kind: 'local-administrator' | 'command-line' | 'system' | 'visitor' | 'person' | 'api-client';
  created_at: Generated<Timestamp>;
  person_id: number | null;
  api_client_id: string | null;
}

export interface AdvertisementTable {
  id: GeneratedAlways<number>;
  vacancy_id: number | null;
  owner_organisation_id: number;
  import_run_id: string;
  row_number: number;
  source: string;
  source_key: string;
  content_sha256: string;
  title: string;
  title_key: string;
  employer_name: string;
  employer_key: string;
  position_name: string | null;
  requirements: string;
  tags: string[];
  domains: string[];
  work_mode: 'on-site' | 'hybrid' | 'remote' | null;
  seniority: string | null;
  place_written: string;
  region_id: number;
  posted_on: string;
  salary_written: string | null;
  salary_low: Numeric | null;
  salary_high: Numeric | null;
  salary_currency: string | null;
  status: 'counted' | 'held' | 'excluded';
  flags: Generated<string[]>;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  link_engine_id: number | null;
}

export interface AdvertisementKeyTable {
  source: string;
  source_key: string;
  advertisement_id: number;
}

export interface AdvertisementLinkTable {
  advertisement_id: number;
  id: GeneratedAlways<number>;
  competency_id: number;
  framework_version_id: number;
  lexicon_revision_id: number;
  field: 'title' | 'tag' | 'text' | 'statement';
  language: string | null;
  ordinal: Generated<number>;
  span_start: number;
  span_end: number;
  surface: string;
  normalised: string;
  method: 'exact' | 'near' | 'unaccented' | 'decision' | 'hybrid';
  form: string;
  level_scale_id: number | null;
  level: number | null;
  linker_version: string;
  verdict: 'accept' | 'reject' | 'ambiguous' | null;
  band: Generated<'accepted' | 'review'>;
  probability: number | null;
  score: number | null;
  line_language: 'vi' | 'en' | null;
  features: number[] | null;
  reasons: Json | null;
  level_scale: string | null;
  level_low: number | null;
  level_high: number | null;
  level_grounds: Json | null;
  counts: GeneratedAlways<boolean>;
  calibration_id: number | null;
  shipped_band: 'accepted' | 'review' | null;
}

export interface AffiliationTable {
  person_id: number;
  id: GeneratedAlways<number>;
  organisation_id: number;
  unit_id: number | null;
  full_name: string;
  person_code: string | null;
  email: string | null;
  phone: string | null;
  position_title: string | null;
  start_on: string | null;
  end_on: string | null;
  import_run_id: string | null;
  recorded_by_actor_id: number;
  recorded_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
}

export interface ApiAccessTokenTable {
  token_sha256: Buffer;
  api_client_id: string;
  scopes: string[];
  expires_at: Timestamp;
}

export interface ApiClientTable {
  id: Generated<string>;
  organisation_id: number;
  account_id: string;
  name: string;
  scopes: string[];
  created_by_actor_id: number;
  created_at: Generated<Timestamp>;
  revoked_at: Timestamp | null;
}

export interface ApiKeyTable {
  id: string;
  config_id: string;
  account_id: string;
  name: string | null;
  start: string | null;
  prefix: string | null;
  key: string;
  enabled: Generated<boolean>;
  permissions: string | null;
  metadata: string | null;
  expires_at: Timestamp | null;
  last_request: Timestamp | null;
  request_count: Generated<number>;
  remaining: number | null;
  refill_interval: number | null;
  refill_amount: number | null;
  last_refill_at: Timestamp | null;
  rate_limit_enabled: Generated<boolean>;
  rate_limit_time_window: number | null;
  rate_limit_max: number | null;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface AuditFactTable {
  id: GeneratedAlways<number>;
  at: Generated<Timestamp>;
  actor_id: number;
  organisation_id: number | null;
  purpose: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: Generated<Json>;
}

export interface AuditSealTable {
  id: number;
  facts: string;
  fact_count: number;
  settled_through: number;
  fact_hashes: Buffer;
  previous_hash: Buffer;
  hash: Buffer;
  sealed_at: Generated<Timestamp>;
}

export interface CaseIndexTable {
  framework_version_id: number;
  mapping: number;
  document: string;
}

export interface CaseObjectTable {
  uuid: string;
  framework_version_id: number;
  kind: 'association' | 'item';
  competency_id: number | null;
  role_id: number | null;
}

export interface CaseSubscriptionTable {
  id: GeneratedAlways<number>;
  owner_organisation_id: number;
  url: string;
  framework_id: number | null;
  every_hours: number;
  applies_itself: Generated<boolean>;
  enabled: Generated<boolean>;
  created_by_actor_id: number;
  created_at: Generated<Timestamp>;
  token_url: string | null;
  client_id: string | null;
  sealed_secret: string | null;
  etag: string | null;
  content_sha256: string | null;
  checked_at: Timestamp | null;
  next_check_at: Generated<Timestamp>;
  result: string | null;
  result_detail: Generated<Json>;
  import_run_id: string | null;
}

export interface CertificateTable {
  id: GeneratedAlways<number>;
  uuid: string;
  issuer_id: number;
  code: string;
  name: string;
  level_word: string | null;
  validity_months: number | null;
  never_expires: Generated<boolean>;
  retires_on: string | null;
  source: string;
  as_of: string;
  owner_organisation_id: number;
  content_sha256: string;
  withdrawn_at: Timestamp | null;
}

export interface CertificateCompetencyTable {
  certificate_id: number;
  competency_id: number;
  level_scale_id: number | null;
  level_lowest: number | null;
  level_highest: number | null;
  status: 'proposed' | 'accepted';
}

export interface CertificateDomainTable {
  certificate_id: number;
  sequence: number;
  name: string;
  weight_lowest: number | null;
  weight_highest: number | null;
}

export interface CertificateDomainCompetencyTable {
  certificate_id: number;
  sequence: number;
  competency_id: number;
}

export interface CertificateIssuerTable {
  id: GeneratedAlways<number>;
  code: string;
  name: string;
  url: string;
}

export interface CompetencyTable {
  id: GeneratedAlways<number>;
  uuid: string;
  framework_id: number;
  code: string;
  created_at: Generated<Timestamp>;
  source_id: string;
  uri: string | null;
}

export interface CompetencyLevelTable {
  competency_id: number;
  framework_version_id: number;
  level_scale_id: number;
  level: number;
}

export interface CompetencyLevelTextTable {
  competency_id: number;
  framework_version_id: number;
  level_scale_id: number;
  level: number;
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface CompetencyRelationTable {
  framework_version_id: number;
  from_competency_id: number;
  to_competency_id: number;
  relation: string;
  sequence: number | null;
  extra: Generated<Json>;
}

export interface CompetencySuccessionTable {
  id: GeneratedAlways<number>;
  framework_version_id: number;
  from_competency_id: number;
  to_competency_id: number | null;
  kind: 'replaced' | 'split' | 'merged' | 'ended';
  weight: Generated<number>;
  reason: Generated<string>;
  actor_id: number;
  at: Generated<Timestamp>;
}

export interface CompetencyTextTable {
  competency_id: number;
  framework_version_id: number;
  field: 'label' | 'definition' | 'note';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface CompetencyVersionTable {
  competency_id: number;
  framework_version_id: number;
  parent_competency_id: number | null;
  kind: 'area' | 'competency' | 'knowledge' | 'skill' | 'attitude' | 'task' | 'tool' | 'credential';
  source_kind: string | null;
  sequence: number;
  code: string;
  content_sha256: string | null;
  revision: Generated<number>;
  level_scale_id: number | null;
  level: number | null;
  extra: Generated<Json>;
}

export interface ConsentTable {
  person_id: number;
  id: GeneratedAlways<number>;
  purpose: string;
  organisation_id: number;
  data_kinds: string[];
  wording_version: string;
  given_by_actor_id: number;
  given_at: Generated<Timestamp>;
  expires_at: Timestamp;
  withdrawn_at: Timestamp | null;
}

export interface CorrectionRequestTable {
  person_id: number;
  id: GeneratedAlways<number>;
  organisation_id: number;
  affiliation_id: number;
  field: 'full_name' | 'person_code' | 'email' | 'phone' | 'position_title';
  wanted: string;
  reason: string;
  requested_at: Generated<Timestamp>;
  decided_by_actor_id: number | null;
  decided_at: Timestamp | null;
  verdict: 'accepted' | 'refused' | 'withdrawn' | null;
  answer: string | null;
}

export interface CourseTable {
  id: GeneratedAlways<number>;
  programme_version_id: number;
  course_group_id: number;
  code: string | null;
  credits: Numeric | null;
  hours_theory: Numeric | null;
  hours_practice: Numeric | null;
  hours_self_study: Numeric | null;
  counted: Generated<boolean>;
  prerequisite_text: string | null;
  sequence: number;
  source_line: number | null;
  syllabus_id: number | null;
  link_engine_id: number | null;
}

export interface CourseGroupTable {
  id: GeneratedAlways<number>;
  programme_version_id: number;
  code: string;
  parent_id: number | null;
  heading: string;
  kind: 'required' | 'elective' | 'choice' | 'info';
  kind_basis: string | null;
  choose_credits: Numeric | null;
  of_credits: Numeric | null;
  choose_count: number | null;
  of_count: number | null;
  rule_text: string | null;
  sequence: number;
  source_line: number | null;
}

export interface CourseLinkTable {
  course_id: number;
  id: GeneratedAlways<number>;
  competency_id: number;
  framework_version_id: number;
  lexicon_revision_id: number;
  field: 'title' | 'tag' | 'text' | 'statement';
  language: string | null;
  ordinal: Generated<number>;
  span_start: number;
  span_end: number;
  surface: string;
  normalised: string;
  method: 'exact' | 'near' | 'unaccented' | 'decision' | 'hybrid';
  form: string;
  level_scale_id: number | null;
  level: number | null;
  linker_version: string;
  verdict: 'accept' | 'reject' | 'ambiguous' | null;
  band: Generated<'accepted' | 'review'>;
  probability: number | null;
  score: number | null;
  line_language: 'vi' | 'en' | null;
  features: number[] | null;
  reasons: Json | null;
  level_scale: string | null;
  level_low: number | null;
  level_high: number | null;
  level_grounds: Json | null;
  counts: GeneratedAlways<boolean>;
  calibration_id: number | null;
  shipped_band: 'accepted' | 'review' | null;
}

export interface CoursePrerequisiteTable {
  course_id: number;
  code: string;
  prerequisite_course_id: number | null;
}

export interface CourseTextTable {
  course_id: number;
  field: 'title';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface CrosswalkTable {
  id: GeneratedAlways<number>;
  uuid: Generated<string>;
  from_competency_id: number | null;
  to_competency_id: number | null;
  from_role_id: number | null;
  to_role_id: number | null;
  relation: 'exact' | 'broader' | 'narrower' | 'related';
  confidence: number | null;
  source: string;
  grounds: Generated<Json>;
  status: 'proposed' | 'accepted' | 'rejected';
  owner_organisation_id: number;
  proposed_by_actor_id: number;
  proposed_at: Generated<Timestamp>;
  decided_by_actor_id: number | null;
  decided_at: Timestamp | null;
  note: string | null;
  revision: Generated<number>;
  import_run_id: string | null;
  extra: Generated<Json>;
}

export interface CrosswalkDecisionTable {
  id: GeneratedAlways<number>;
  batch: string;
  crosswalk_id: number;
  actor_id: number;
  at: Generated<Timestamp>;
  before: Json | null;
  revision: number;
  undone_at: Timestamp | null;
}

export interface CrosswalkProposalRunTable {
  id: GeneratedAlways<number>;
  from_framework_id: number;
  to_framework_id: number;
  kind: 'competency' | 'role';
  method: string;
  status: 'waiting' | 'running' | 'done' | 'failed';
  owner_organisation_id: number;
  actor_id: number;
  started_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
  done: Generated<number>;
  total: number | null;
  counts: Generated<Json>;
}

export interface DecisionTable {
  id: GeneratedAlways<number>;
  normalised: string;
  competency_id: number;
  verdict: 'accept' | 'reject' | 'ambiguous' | 'undo';
  undoes_id: number | null;
  actor_id: number;
  owner_organisation_id: number;
  note: string | null;
  decided_at: Generated<Timestamp>;
  act: 'replace' | 'add' | null;
  part_of: number | null;
}

export interface ErasureTable {
  person_id: number;
  id: GeneratedAlways<number>;
  requested_at: Generated<Timestamp>;
  erased: Json;
  kept: Json;
}

export interface FileTable {
  sha256: string;
  size_bytes: number;
  media_type: string;
  original_name: string;
  owner_organisation_id: number;
  created_by_actor_id: number;
  created_at: Generated<Timestamp>;
}

export interface FrameworkTable {
  id: GeneratedAlways<number>;
  uuid: string;
  code: string;
  owner_organisation_id: number;
  created_at: Generated<Timestamp>;
  source: string | null;
  uri: string | null;
  in_use: Generated<boolean>;
}

export interface FrameworkCommentTable {
  id: GeneratedAlways<number>;
  framework_version_id: number;
  competency_id: number | null;
  role_id: number | null;
  thread_id: number | null;
  actor_id: number;
  organisation_id: number;
  body: string;
  at: Generated<Timestamp>;
  resolved_at: Timestamp | null;
  resolved_by_actor_id: number | null;
}

export interface FrameworkDefinitionTable {
  uuid: string;
  framework_version_id: number;
  kind: 'concept' | 'subject' | 'licence' | 'item-type' | 'association-grouping' | 'rubric';
  body: Json;
  sequence: number;
}

export interface FrameworkEditTable {
  id: GeneratedAlways<number>;
  framework_version_id: number;
  competency_id: number | null;
  role_id: number | null;
  actor_id: number;
  organisation_id: number;
  at: Generated<Timestamp>;
  action: string;
  revision: number;
  before: Json | null;
  after: Json | null;
  reason: string | null;
}

export interface FrameworkReviewTable {
  id: GeneratedAlways<number>;
  framework_version_id: number;
  reviewing_organisation_id: number;
  requested_by_actor_id: number;
  requested_at: Generated<Timestamp>;
  decision: 'approved' | 'changes-requested' | 'withdrawn' | null;
  decided_by_actor_id: number | null;
  decided_at: Timestamp | null;
  note: string | null;
  revision: Generated<number>;
}

export interface FrameworkVersionTable {
  id: GeneratedAlways<number>;
  framework_id: number;
  version: string;
  status: 'draft' | 'in-review' | 'published' | 'superseded';
  published_on: string | null;
  licence: string;
  content_sha256: string | null;
  created_at: Generated<Timestamp>;
  based_on_version_id: number | null;
  reason: Generated<string>;
  created_by_actor_id: number | null;
  published_by_actor_id: number | null;
  import_run_id: string | null;
  extra: Generated<Json>;
  about_sha256: string | null;
  revision: Generated<number>;
  published_at: Timestamp | null;
  lexicon_revision_id: number | null;
}

export interface FrameworkVersionTextTable {
  framework_version_id: number;
  field: 'title' | 'description' | 'note';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface ImportRowTable {
  import_run_id: string;
  row_number: number;
  key: string | null;
  content_sha256: string | null;
  payload: Json | null;
  change: 'new' | 'changed' | 'same' | 'removed' | 'rejected' | null;
  held: Generated<boolean>;
  problems: Generated<Json>;
}

export interface ImportRunTable {
  id: Generated<string>;
  kind: 'advertisements' | 'programme' | 'members' | 'framework' | 'crosswalk';
  format: string;
  source: string | null;
  institution_name: string | null;
  file_sha256: string;
  file_name: string;
  owner_organisation_id: number;
  started_by_actor_id: number;
  status: 'staging' | 'previewed' | 'applying' | 'applied' | 'failed' | 'discarded';
  total_rows: number | null;
  staged_rows: Generated<number>;
  applied_rows: Generated<number>;
  previewed_against: number | null;
  counts: Generated<Json>;
  problem: Json | null;
  created_at: Generated<Timestamp>;
  updated_at: Generated<Timestamp>;
  applied_at: Timestamp | null;
  stated_version: string | null;
}

export interface InputRevisionTable {
  input: 'frameworks' | 'demand' | 'programmes' | 'review';
  revision: Generated<number>;
}

export interface InstallationTable {
  id: Generated<number>;
  uuid: Generated<string>;
  kind: 'demo' | 'main';
  created_at: Generated<Timestamp>;
}

export interface InvitationTable {
  id: Generated<string>;
  organisation_id: number;
  email: string | null;
  person_id: number | null;
  full_name: string | null;
  unit_id: number | null;
  roles: string[];
  language: Generated<string>;
  token_sha256: Buffer;
  invited_by_actor_id: number;
  invited_at: Generated<Timestamp>;
  expires_at: Timestamp;
  accepted_at: Timestamp | null;
  accepted_person_id: number | null;
  revoked_at: Timestamp | null;
  import_run_id: string | null;
  letter_due: Generated<boolean>;
}

export interface JudgedLinkTable {
  normalised: string;
  competency_id: number;
  document_type: 'advertisement' | 'outcome' | 'course';
  language: 'vi' | 'en';
  score: number;
  links: number;
  seen_at: Generated<Timestamp>;
}

export interface LearningOutcomeTable {
  id: GeneratedAlways<number>;
  programme_version_id: number | null;
  syllabus_id: number | null;
  code: string;
  heading: string | null;
  taxonomy_levels: Generated<string[]>;
  sequence: number;
  source_line: number | null;
  link_engine_id: number | null;
}

export interface LearningOutcomeLinkTable {
  learning_outcome_id: number;
  id: GeneratedAlways<number>;
  competency_id: number;
  framework_version_id: number;
  lexicon_revision_id: number;
  field: 'title' | 'tag' | 'text' | 'statement';
  language: string | null;
  ordinal: Generated<number>;
  span_start: number;
  span_end: number;
  surface: string;
  normalised: string;
  method: 'exact' | 'near' | 'unaccented' | 'decision' | 'hybrid';
  form: string;
  level_scale_id: number | null;
  level: number | null;
  linker_version: string;
  verdict: 'accept' | 'reject' | 'ambiguous' | null;
  band: Generated<'accepted' | 'review'>;
  probability: number | null;
  score: number | null;
  line_language: 'vi' | 'en' | null;
  features: number[] | null;
  reasons: Json | null;
  level_scale: string | null;
  level_low: number | null;
  level_high: number | null;
  level_grounds: Json | null;
  counts: GeneratedAlways<boolean>;
  calibration_id: number | null;
  shipped_band: 'accepted' | 'review' | null;
}

export interface LearningOutcomeTextTable {
  learning_outcome_id: number;
  field: 'statement';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface LetterTable {
  id: GeneratedAlways<number>;
  recipient: string | null;
  subject: string;
  body: string | null;
  language: string;
  created_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  attempts: Generated<number>;
  problem: string | null;
}

export interface LevelTable {
  level_scale_id: number;
  level: number;
  code: string | null;
}

export interface LevelEquatingTable {
  id: GeneratedAlways<number>;
  from_scale_id: number;
  from_lowest: number;
  from_highest: number;
  to_scale_id: number;
  to_lowest: number;
  to_highest: number;
  relation: 'equated' | 'typical';
  method: string;
  confidence: number;
  source: string;
  author_actor_id: number;
  valid_from: string;
  valid_to: string | null;
  reason: Generated<Json>;
  program_source: string | null;
}

export interface LevelScaleTable {
  id: GeneratedAlways<number>;
  code: string;
  kind: 'proficiency' | 'qualification';
  uuid: Generated<string>;
  edition: Generated<number>;
  framework_id: number | null;
  content_sha256: string | null;
  written_at: Generated<Timestamp>;
}

export interface LevelScaleTextTable {
  level_scale_id: number;
  field: 'title' | 'description';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface LevelTextTable {
  level_scale_id: number;
  level: number;
  field: 'label' | 'descriptor';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface LexiconEntryTable {
  id: GeneratedAlways<number>;
  competency_id: number;
  form: string;
  language: string;
  case_sensitive: Generated<boolean>;
  fields: string[] | null;
  source: string;
  status: 'proposed' | 'approved' | 'rejected';
  approved_by_actor_id: number | null;
  added_in_revision_id: number | null;
  removed_in_revision_id: number | null;
  proposed_by_actor_id: number | null;
  proposed_at: Timestamp | null;
  note: string | null;
  rejected_by_actor_id: number | null;
  rejected_at: Timestamp | null;
  texts: number | null;
}

export interface LexiconRevisionTable {
  id: GeneratedAlways<number>;
  at: Generated<Timestamp>;
  actor_id: number;
  reason: string;
}

export interface LinkCalibrationTable {
  id: GeneratedAlways<number>;
  language: 'vi' | 'en';
  document_type: 'advertisement' | 'outcome' | 'course';
  slope: number;
  intercept: number;
  may_accept: boolean;
  votes: number;
  votes_right: number;
  error_before: number;
  error_after: number;
  reliability: Json;
  owner_organisation_id: number;
  actor_id: number;
  made_at: Generated<Timestamp>;
  withdrawn_at: Timestamp | null;
  withdrawn_by: number | null;
}

export interface LinkEndpointCallTable {
  id: GeneratedAlways<number>;
  at: Generated<Timestamp>;
  kind: 'embeddings' | 'chat';
  host: string;
  model: string;
  prompt_hash: string;
  items: number;
  outcome: 'answered' | 'refused' | 'unreachable' | 'slow' | 'too-large' | 'not-understood';
  milliseconds: number;
}

export interface LinkEndpointOpinionTable {
  line_hash: string;
  competency_id: number;
  model: string;
  prompt_hash: string;
  place: number | null;
  span_start: number | null;
  span_end: number | null;
  origin: 'review' | 'embeddings';
  at: Generated<Timestamp>;
}

export interface LinkEndpointVectorTable {
  model: string;
  content_hash: string;
  vector: number[];
}

export interface LinkEngineTable {
  id: GeneratedAlways<number>;
  key: string;
  framework_version_ids: number[];
  lexicon_revision_id: number | null;
  linker_version: string;
  index_hash: string | null;
  built_at: Generated<Timestamp>;
}

export interface LinkRunTable {
  id: GeneratedAlways<number>;
  link_engine_id: number;
  status: 'running' | 'done' | 'superseded';
  done: Generated<number>;
  total: number;
  started_at: Generated<Timestamp>;
  moved_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
}

export interface MeasureTable {
  id: Generated<string>;
  definition: string;
  definition_version: number;
  parameters: Json;
  parameters_sha256: string;
  input_watermark: Json;
  code_version: string;
  period_from: string | null;
  period_to: string | null;
  unit: string;
  n: number | null;
  value: number | null;
  bound_low: number | null;
  bound_high: number | null;
  interval_low: number | null;
  interval_high: number | null;
  refusal_code: string | null;
  refusal_detail: Json | null;
  detail: Json | null;
  owner_organisation_id: number;
  computed_at: Generated<Timestamp>;
}

export interface OrganisationTable {
  id: GeneratedAlways<number>;
  uuid: Generated<string>;
  kind: 'platform-owner' | 'state-body' | 'enterprise' | 'university' | 'training-institution' | 'international-partner';
  name_key: string;
  fictional: Generated<boolean>;
  created_at: Generated<Timestamp>;
  parent_id: number | null;
  tier: 'centre' | 'province' | 'commune' | null;
  region_id: number | null;
  external_code: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export interface OrganisationSuccessionTable {
  predecessor_id: number;
  successor_id: number;
  kind: 'merger' | 'split' | 'renaming';
  on_date: string;
  basis: string;
  source: string | null;
  recorded_by_actor_id: number;
  recorded_at: Generated<Timestamp>;
  undone_at: Timestamp | null;
  undone_by_actor_id: number | null;
}

export interface OrganisationTextTable {
  organisation_id: number;
  field: 'name';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface OrganisationUnitTable {
  id: GeneratedAlways<number>;
  organisation_id: number;
  parent_id: number | null;
  name: string;
  name_en: string | null;
  ended_at: Timestamp | null;
}

export interface PersonTable {
  person_id: GeneratedAlways<number>;
  display_name: string;
  language: Generated<string>;
  created_by_actor_id: number;
  created_at: Generated<Timestamp>;
  erased_at: Timestamp | null;
}

export interface PersonAccessTable {
  person_id: number;
  id: GeneratedAlways<number>;
  at: Generated<Timestamp>;
  actor_id: number;
  organisation_id: number;
  purpose: string;
  what: string;
  roles: Generated<string[]>;
}

export interface PersonIdentifierTable {
  person_id: number;
  id: GeneratedAlways<number>;
  kind: 'national-id' | 'student-code' | 'employee-code' | 'email' | 'identity-provider';
  issuer_organisation_id: number | null;
  value_hmac: Buffer;
  hint: string | null;
  assurance: 'stated' | 'roster' | 'verified';
  recorded_at: Generated<Timestamp>;
  ended_at: Timestamp | null;
}

export interface PersonIdentifierKeyTable {
  kind: string;
  issuer_organisation_id: Generated<number>;
  value_hmac: Buffer;
  person_id: number;
}

export interface PersonKeyTable {
  person_id: number;
  key: Buffer;
}

export interface PersonMergeTable {
  person_id: number;
  id: GeneratedAlways<number>;
  into_person_id: number;
  reason: string;
  proposed_by_actor_id: number;
  proposed_at: Generated<Timestamp>;
  confirmed_by_actor_id: number | null;
  confirmed_at: Timestamp | null;
  refused_at: Timestamp | null;
  undone_by_actor_id: number | null;
  undone_at: Timestamp | null;
}

export interface PrecisionDrawTable {
  id: GeneratedAlways<number>;
  drawn_at: Generated<Timestamp>;
  actor_id: number;
  owner_organisation_id: number;
}

export interface PrecisionItemTable {
  id: GeneratedAlways<number>;
  precision_draw_id: number;
  tier: 'dictionary' | 'hybrid';
  language: 'vi' | 'en' | null;
  stratum_size: number;
  normalised: string;
  competency_id: number;
  document_type: 'advertisement' | 'outcome' | 'course';
  document_id: number;
  field: string;
  ordinal: number;
  text_language: string | null;
  surface: string;
  span_start: number;
  span_end: number;
}

export interface ProgrammeTable {
  id: GeneratedAlways<number>;
  institution_id: number;
  owner_organisation_id: number;
  code: string;
  created_at: Generated<Timestamp>;
}

export interface ProgrammeVersionTable {
  id: GeneratedAlways<number>;
  programme_id: number;
  version_number: number;
  dated_on: string | null;
  status: 'current' | 'superseded';
  degree: string | null;
  duration: string | null;
  total_credits: Numeric | null;
  file_sha256: string | null;
  document_name: string | null;
  content_sha256: string;
  import_run_id: string;
  created_at: Generated<Timestamp>;
}

export interface ProgrammeVersionTextTable {
  programme_version_id: number;
  field: 'name' | 'diploma';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface RegionTable {
  id: GeneratedAlways<number>;
  code: string;
  kind: 'country' | 'province' | 'unknown' | 'remote';
  statistical_code: string | null;
  iso_3166_2: string | null;
  parent_id: number | null;
  valid_from: string | null;
  valid_to: string | null;
  tile_column: number | null;
  tile_row: number | null;
}

export interface RegionSpellingTable {
  form: string;
  region_id: number;
}

export interface RegionSuccessionTable {
  predecessor_id: number;
  successor_id: number;
  share: Numeric;
  basis: string;
  source: string;
}

export interface RegionTextTable {
  region_id: number;
  field: 'name' | 'full-name';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface RetentionRuleTable {
  id: GeneratedAlways<number>;
  organisation_id: number | null;
  holding: string;
  months: number;
  obligatory: boolean;
  basis: string;
  source: string;
  valid_from: string;
  valid_to: string | null;
  recorded_by_actor_id: number;
  recorded_at: Generated<Timestamp>;
}

export interface RoleTable {
  id: GeneratedAlways<number>;
  uuid: string;
  framework_id: number;
  source_id: string;
  uri: string | null;
  created_at: Generated<Timestamp>;
}

export interface RoleGrantTable {
  person_id: number;
  id: GeneratedAlways<number>;
  organisation_id: number;
  role: 'administrator' | 'programme-designer' | 'framework-editor' | 'reviewer' | 'recognition-officer' | 'lecturer' | 'hr' | 'planner' | 'trainer' | 'invigilator' | 'viewer' | 'secretariat' | 'operator';
  granted_by_actor_id: number;
  granted_at: Generated<Timestamp>;
  expires_at: Timestamp | null;
  delegated_by_person_id: number | null;
  delegated_grant_id: number | null;
  revoked_by_actor_id: number | null;
  revoked_at: Timestamp | null;
}

export interface RoleRequirementTable {
  framework_version_id: number;
  role_id: number;
  competency_id: number;
  necessity: 'essential' | 'desirable';
  level_scale_id: number | null;
  level: number | null;
  weight: number | null;
  extra: Generated<Json>;
}

export interface RoleTextTable {
  role_id: number;
  framework_version_id: number;
  field: 'label' | 'definition' | 'note';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface RoleTitleTable {
  role_id: number;
  framework_version_id: number;
  title: string;
  language: string;
}

export interface RoleVersionTable {
  role_id: number;
  framework_version_id: number;
  code: string;
  parent_role_id: number | null;
  kind: 'group' | 'occupation' | 'work-role' | 'role-profile' | 'job-position';
  source_kind: string | null;
  sequence: number;
  content_sha256: string | null;
  revision: Generated<number>;
  extra: Generated<Json>;
}

export interface SecondOpinionTable {
  id: GeneratedAlways<number>;
  decision_id: number;
  verdict: 'accept' | 'reject';
  actor_id: number;
  owner_organisation_id: number;
  given_at: Generated<Timestamp>;
  settled_by_id: number | null;
}

export interface SecondOpinionSaltTable {
  only_one: Generated<boolean>;
  salt: Buffer;
}

export interface SetUpLinkTable {
  token_sha256: Buffer;
  role: 'secretariat' | 'operator';
  created_at: Generated<Timestamp>;
  expires_at: Timestamp;
  used_at: Timestamp | null;
}

export interface SignInRateTable {
  id: Generated<string>;
  key: string;
  count: number;
  last_request: number;
}

export interface SignInSessionTable {
  id: string;
  account_id: string;
  token: string;
  organisation_id: number | null;
  ip_address: string | null;
  user_agent: string | null;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface SignInVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export interface SyllabusTable {
  id: GeneratedAlways<number>;
  institution_id: number;
  owner_organisation_id: number;
  course_code: string;
  version_number: number;
  document_name: string;
  credits: Numeric | null;
  hours_theory: Numeric | null;
  hours_practice: Numeric | null;
  hours_self_study: Numeric | null;
  content_sha256: string;
  import_run_id: string;
  created_at: Generated<Timestamp>;
}

export interface SyllabusTextTable {
  syllabus_id: number;
  field: 'title' | 'objectives';
  language: string;
  value: string;
  origin: 'source' | 'person' | 'machine-draft';
  reviewer_actor_id: number | null;
}

export interface SyllabusTopicTable {
  syllabus_id: number;
  sequence: number;
  label: string | null;
  title: string;
  source_line: number | null;
}

export interface VacancyTable {
  id: GeneratedAlways<number>;
  employer_key: string;
  title_key: string;
  region_id: number;
  first_posted_on: string;
  last_posted_on: string;
  openings: number | null;
}

export interface DB {
  account: AccountTable;
  account_credential: AccountCredentialTable;
  account_passkey: AccountPasskeyTable;
  account_second_factor: AccountSecondFactorTable;
  actor: ActorTable;
  advertisement: AdvertisementTable;
  advertisement_key: AdvertisementKeyTable;
  advertisement_link: AdvertisementLinkTable;
  affiliation: AffiliationTable;
  api_access_token: ApiAccessTokenTable;
  api_client: ApiClientTable;
  api_key: ApiKeyTable;
  audit_fact: AuditFactTable;
  audit_seal: AuditSealTable;
  case_index: CaseIndexTable;
  case_object: CaseObjectTable;
  case_subscription: CaseSubscriptionTable;
  certificate: CertificateTable;
  certificate_competency: CertificateCompetencyTable;
  certificate_domain: CertificateDomainTable;
  certificate_domain_competency: CertificateDomainCompetencyTable;
  certificate_issuer: CertificateIssuerTable;
  competency: CompetencyTable;
  competency_level: CompetencyLevelTable;
  competency_level_text: CompetencyLevelTextTable;
  competency_relation: CompetencyRelationTable;
  competency_succession: CompetencySuccessionTable;
  competency_text: CompetencyTextTable;
  competency_version: CompetencyVersionTable;
  consent: ConsentTable;
  correction_request: CorrectionRequestTable;
  course: CourseTable;
  course_group: CourseGroupTable;
  course_link: CourseLinkTable;
  course_prerequisite: CoursePrerequisiteTable;
  course_text: CourseTextTable;
  crosswalk: CrosswalkTable;
  crosswalk_decision: CrosswalkDecisionTable;
  crosswalk_proposal_run: CrosswalkProposalRunTable;
  decision: DecisionTable;
  erasure: ErasureTable;
  file: FileTable;
  framework: FrameworkTable;
  framework_comment: FrameworkCommentTable;
  framework_definition: FrameworkDefinitionTable;
  framework_edit: FrameworkEditTable;
  framework_review: FrameworkReviewTable;
  framework_version: FrameworkVersionTable;
  framework_version_text: FrameworkVersionTextTable;
  import_row: ImportRowTable;
  import_run: ImportRunTable;
  input_revision: InputRevisionTable;
  installation: InstallationTable;
  invitation: InvitationTable;
  judged_link: JudgedLinkTable;
  learning_outcome: LearningOutcomeTable;
  learning_outcome_link: LearningOutcomeLinkTable;
  learning_outcome_text: LearningOutcomeTextTable;
  letter: LetterTable;
  level: LevelTable;
  level_equating: LevelEquatingTable;
  level_scale: LevelScaleTable;
  level_scale_text: LevelScaleTextTable;
  level_text: LevelTextTable;
  lexicon_entry: LexiconEntryTable;
  lexicon_revision: LexiconRevisionTable;
  link_calibration: LinkCalibrationTable;
  link_endpoint_call: LinkEndpointCallTable;
  link_endpoint_opinion: LinkEndpointOpinionTable;
  link_endpoint_vector: LinkEndpointVectorTable;
  link_engine: LinkEngineTable;
  link_run: LinkRunTable;
  measure: MeasureTable;
  organisation: OrganisationTable;
  organisation_succession: OrganisationSuccessionTable;
  organisation_text: OrganisationTextTable;
  organisation_unit: OrganisationUnitTable;
  person: PersonTable;
  person_access: PersonAccessTable;
  person_identifier: PersonIdentifierTable;
  person_identifier_key: PersonIdentifierKeyTable;
  person_key: PersonKeyTable;
  person_merge: PersonMergeTable;
  precision_draw: PrecisionDrawTable;
  precision_item: PrecisionItemTable;
  programme: ProgrammeTable;
  programme_version: ProgrammeVersionTable;
  programme_version_text: ProgrammeVersionTextTable;
  region: RegionTable;
  region_spelling: RegionSpellingTable;
  region_succession: RegionSuccessionTable;
  region_text: RegionTextTable;
  retention_rule: RetentionRuleTable;
  role: RoleTable;
  role_grant: RoleGrantTable;
  role_requirement: RoleRequirementTable;
  role_text: RoleTextTable;
  role_title: RoleTitleTable;
  role_version: RoleVersionTable;
  second_opinion: SecondOpinionTable;
  second_opinion_salt: SecondOpinionSaltTable;
  set_up_link: SetUpLinkTable;
  sign_in_rate: SignInRateTable;
  sign_in_session: SignInSessionTable;
  sign_in_verification: SignInVerificationTable;
  syllabus: SyllabusTable;
  syllabus_text: SyllabusTextTable;
  syllabus_topic: SyllabusTopicTable;
  vacancy: VacancyTable;
}
