import { z } from 'zod';
import { GrantedRole } from '../actors/contract.ts';
import { Paging } from '../http/contract.ts';
import { Language, LocalText } from '../languages/contract.ts';

const Id = z.number().int().positive();
const Day = z.iso.date();
const Name = z.string().trim().min(2).max(200);
const Short = z.string().trim().min(1).max(200);

export const OrganisationRef = z.object({
  id: z.number().int(),
  name: LocalText,
  fictional: z.boolean(),
});
export type OrganisationRef = z.infer<typeof OrganisationRef>;

export const OrganisationKind = z.enum([
  'platform-owner',
  'state-body',
  'enterprise',
  'university',
  'training-institution',
  'international-partner',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/** The place of a State body in its tree. */
export const Tier = z.enum(['centre', 'province', 'commune']);
export type Tier = z.infer<typeof Tier>;

export const RegionName = z.object({
  id: z.number().int(),
  code: z.string(),
  name: LocalText,
  /** the first day on which it no longer is; null: still is */
  validTo: z.string().nullable(),
});

export const OrganisationRow = OrganisationRef.extend({
  kind: OrganisationKind,
  tier: Tier.nullable(),
  parent: OrganisationRef.nullable(),
  /** As it was named when the organisation was entered. */
  region: RegionName.nullable(),
  /** The region of today that the former one has become part of; null where nothing changed. */
  regionToday: RegionName.nullable(),
  externalCode: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  /** State bodies directly below it. */
  children: z.number().int(),
});
export type OrganisationRow = z.infer<typeof OrganisationRow>;

/** GET /api/organisations */
export const OrganisationQuery = Paging.extend({
  search: z.string().max(200).optional(),
  kind: OrganisationKind.optional(),
  tier: Tier.optional(),
  /** Only those directly below this one. */
  parent: z.coerce.number().int().optional(),
  /** Only those without anything above them: where a tree begins. */
  roots: z.stringbool().optional(),
  /** Also those that have ended. */
  ended: z.stringbool().default(false),
});
export type OrganisationQuery = z.infer<typeof OrganisationQuery>;
export const OrganisationPage = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(OrganisationRow),
});
export type OrganisationPage = z.infer<typeof OrganisationPage>;

export const Succession = z.object({
  kind: z.enum(['merger', 'split', 'renaming']),
  predecessor: OrganisationRef,
  successor: OrganisationRef,
  onDate: z.string(),
  basis: z.string(),
  source: z.string().nullable(),
  undone: z.boolean(),
});
export type Succession = z.infer<typeof Succession>;

/** GET /api/organisations/:id */
export const OrganisationDetail = OrganisationRow.extend({
  /** From the centre down to the one above it. */
  path: z.array(OrganisationRef),
  successions: z.array(Succession),
  /** What the asking actor may do here. */
  may: z.object({
    edit: z.boolean(),
    readMembers: z.enum(['all', 'administrators', 'none']),
    manageMembers: z.boolean(),
    appointAdministrators: z.boolean(),
  }),
});
export type OrganisationDetail = z.infer<typeof OrganisationDetail>;

/** POST /api/organisations, PUT /api/organisations/:id */
export const OrganisationDraft = z.object({
  kind: OrganisationKind.exclude(['platform-owner']),
  name: z.object({ vi: Name, en: Name.nullable().default(null) }),
  tier: Tier.nullable().default(null),
  parentId: Id.nullable().default(null),
  regionId: Id.nullable().default(null),
  externalCode: Short.nullable().default(null),
  validFrom: Day.nullable().default(null),
});
export type OrganisationDraft = z.infer<typeof OrganisationDraft>;
export const EndOrganisation = z.object({ onDate: Day });

export const Unit = z.object({
  id: z.number().int(),
  parentId: z.number().int().nullable(),
  name: z.string(),
  nameEn: z.string().nullable(),
  ended: z.boolean(),
  /** People in this unit itself, those below it not counted; null to who may not read members. */
  members: z.number().int().nullable(),
});
export type Unit = z.infer<typeof Unit>;
export const UnitDraft = z.object({
  name: Short,
  nameEn: Short.nullable().default(null),
  parentId: Id.nullable().default(null),
});
export type UnitDraft = z.infer<typeof UnitDraft>;
/** Where its people go; without it a unit with people in it does not end. */
export const EndUnit = z.object({ movePeopleTo: Id.nullable().optional() });

export const MemberStatus = z.enum(['active', 'invited', 'without-account', 'left']);
export type MemberStatus = z.infer<typeof MemberStatus>;

export const MemberRow = z.object({
  personId: z.number().int(),
  affiliationId: z.number().int(),
  organisationId: z.number().int(),
  fullName: z.string(),
  personCode: z.string().nullable(),
  email: z.string().nullable(),
  unit: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  positionTitle: z.string().nullable(),
  roles: z.array(GrantedRole),
  status: MemberStatus,
  startOn: z.string().nullable(),
  endOn: z.string().nullable(),
});
export type MemberRow = z.infer<typeof MemberRow>;

/** GET /api/organisations/:id/members and …/members.xlsx, …/members.csv */
export const MemberFilter = z.object({
  search: z.string().max(200).optional(),
  /** A unit with everything below it. */
  unit: z.coerce.number().int().optional(),
  role: GrantedRole.optional(),
  status: MemberStatus.optional(),
  sort: z.enum(['name', 'code', 'unit', 'start']).default('name'),
  order: z.enum(['up', 'down']).default('up'),
});
export type MemberFilter = z.infer<typeof MemberFilter>;
export const MemberQuery = MemberFilter.extend(Paging.shape);
export const MemberExport = MemberFilter.extend({ lang: Language.default('vi') });
export type MemberExport = z.infer<typeof MemberExport>;
export const MemberPage = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(MemberRow),
});
export type MemberPage = z.infer<typeof MemberPage>;

export const GrantRow = z.object({
  id: z.number().int(),
  role: GrantedRole,
  grantedAt: z.string(),
  /** The name of who granted it, where this organisation knows it. */
  grantedBy: z.string().nullable(),
  expiresAt: z.string().nullable(),
  delegatedBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  standing: z.boolean(),
});
export type GrantRow = z.infer<typeof GrantRow>;

export const AffiliationRow = z.object({
  id: z.number().int(),
  fullName: z.string(),
  personCode: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  positionTitle: z.string().nullable(),
  unit: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  startOn: z.string().nullable(),
  endOn: z.string().nullable(),
  recordedAt: z.string(),
});
export type AffiliationRow = z.infer<typeof AffiliationRow>;

/** GET /api/organisations/:id/members/:personId */
export const MemberDetail = z.object({
  personId: z.number().int(),
  organisationId: z.number().int(),
  status: MemberStatus,
  /** The newest first; what this organisation says of the person, and no other. */
  affiliations: z.array(AffiliationRow),
  grants: z.array(GrantRow),
  history: z.array(z.object({ at: z.string(), action: z.string() })),
});
export type MemberDetail = z.infer<typeof MemberDetail>;

const text = (longest: number) => z.string().trim().min(1).max(longest).nullable();
/** POST /api/organisations/:id/members: a person without an account; who shall sign in is invited. */
export const NewMember = z.object({
  fullName: Name,
  language: Language.default('vi'),
  personCode: text(50).default(null),
  email: text(254).default(null),
  phone: text(30).default(null),
  positionTitle: text(200).default(null),
  unitId: Id.nullable().default(null),
  startOn: Day.nullable().default(null),
});
export type NewMember = z.infer<typeof NewMember>;
/** What is left out stays as it is. */
export const AffiliationChanges = z.object({
  fullName: Name.optional(),
  personCode: text(50).optional(),
  email: text(254).optional(),
  phone: text(30).optional(),
  positionTitle: text(200).optional(),
  unitId: Id.nullable().optional(),
  startOn: Day.nullable().optional(),
});
export type AffiliationChanges = z.infer<typeof AffiliationChanges>;
/** Not in the future: whoever leaves later is ended then. */
export const EndAffiliation = z.object({ endOn: Day.optional() });

/** POST /api/organisations/:id/members/:personId/roles */
export const NewGrant = z.object({
  role: GrantedRole,
  until: z.iso.datetime().nullable().default(null),
});
export type NewGrant = z.infer<typeof NewGrant>;
/** POST /api/organisations/:id/delegations: an own role to another member. */
export const NewDelegation = z.object({
  role: GrantedRole,
  toPersonId: Id,
  until: z.iso.datetime(),
});
export type NewDelegation = z.infer<typeof NewDelegation>;

/** POST /api/organisations/:id/invitations */
export const NewInvitation = z.object({
  email: z.string().trim().min(3).max(254),
  fullName: Name.nullable().default(null),
  roles: z.array(GrantedRole).max(13).default([]),
  unitId: Id.nullable().default(null),
  language: Language.default('vi'),
});
export type NewInvitation = z.infer<typeof NewInvitation>;
export const InvitationStatus = z.enum(['open', 'expired', 'accepted', 'revoked']);
export type InvitationStatus = z.infer<typeof InvitationStatus>;
export const InvitationRow = z.object({
  id: z.uuid(),
  email: z.string().nullable(),
  fullName: z.string().nullable(),
  roles: z.array(GrantedRole),
  unit: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  language: Language,
  invitedAt: z.string(),
  expiresAt: z.string(),
  status: InvitationStatus,
});
export type InvitationRow = z.infer<typeof InvitationRow>;
export const InvitationPage = z.object({
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
  items: z.array(InvitationRow),
  /** Of a roster: letters that are still being written. */
  lettersDue: z.number().int(),
});
export type InvitationPage = z.infer<typeof InvitationPage>;
/** The link is shown this once, to be handed over, and only where no mail goes out: a letter proves its reader's address. */
export const InvitationSent = z.object({ invitation: InvitationRow, link: z.string().nullable() });
export type InvitationSent = z.infer<typeof InvitationSent>;

/** POST /api/invitations/lookup: the token travels in the body and never in an address. */
export const InvitationToken = z.object({ token: z.string().min(20).max(100) });
export const InvitationShown = z.object({
  organisation: OrganisationRef,
  roles: z.array(GrantedRole),
  unit: z.string().nullable(),
  fullName: z.string().nullable(),
  /** n•••@example.org: enough to know one's own address by. */
  emailMasked: z.string().nullable(),
  language: Language,
  expiresAt: z.string(),
  /** An account with this address exists: sign in with it rather than make another. */
  accountExists: z.boolean(),
});
export type InvitationShown = z.infer<typeof InvitationShown>;

/** POST /api/organisations/:id/successions: what this one becomes part of, or is followed by. */
export const NewSuccession = z.object({
  kind: z.enum(['merger', 'split', 'renaming']),
  successorIds: z.array(Id).min(1).max(20),
  onDate: Day,
  basis: z.string().trim().min(3).max(500),
  source: z.string().trim().min(3).max(500).nullable().default(null),
});
export type NewSuccession = z.infer<typeof NewSuccession>;

/** POST /api/organisations/:id/members/move: people of a predecessor into this one. */
export const MoveMembers = z.object({
  fromOrganisationId: Id,
  /** Nobody named: everybody who is still there. */
  personIds: z.array(Id).min(1).max(10_000).optional(),
  unitId: Id.nullable().default(null),
  /** Roles go with them, the administrator's excepted: that one is granted anew. */
  keepRoles: z.boolean().default(true),
});
export type MoveMembers = z.infer<typeof MoveMembers>;
export const Moved = z.object({ moved: z.number().int() });
