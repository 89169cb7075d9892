import { z } from 'zod';
import { GrantedRole } from '../actors/contract.ts';
import { LocalText } from '../languages/contract.ts';

const Language = z.enum(['vi', 'en']);
const Password = z.string().min(1).max(1024);

/** GET /api/session: who asks, for whom they act, and for whom else they could. */
export const Session = z.object({
  person: z
    .object({ name: z.string(), email: z.string(), language: Language, secondFactor: z.boolean() })
    .nullable(),
  /** Null: a visitor, or a person who belongs nowhere. */
  organisation: z.object({ id: z.number().int(), name: LocalText, kind: z.string() }).nullable(),
  roles: z.array(GrantedRole),
  organisations: z.array(
    z.object({ id: z.number().int(), name: LocalText, roles: z.array(GrantedRole) }),
  ),
});
export type Session = z.infer<typeof Session>;

/** GET /api/sign-in/ways */
export const SignInWays = z.object({
  /** The name of the platform-wide identity provider. */
  identityProvider: z.string().nullable(),
  /** The roles that one click signs in as; only in the demonstration. */
  demonstration: z.array(z.object({ role: GrantedRole, organisation: LocalText })),
  /** Nobody administers this platform yet. */
  needsSetUp: z.boolean(),
  /** Where passkeys work: browsers bind them to this name. */
  passkeyHost: z.string(),
});
export type SignInWays = z.infer<typeof SignInWays>;

/** PUT /api/session/organisation */
export const ChooseOrganisation = z.object({ organisationId: z.number().int() });

/** POST /api/demonstration/sign-in */
export const DemonstrationSignIn = z.object({ role: GrantedRole });

/** POST /api/set-up */
export const SetUp = z.object({
  token: z.string().min(20).max(200),
  name: z.string().trim().min(1).max(200),
  email: z.string().max(254),
  password: Password,
  language: Language.default('vi'),
});

/** POST /api/invitations/accept: as who is signed in, else with a name and a password for a new account. */
export const AcceptInvitation = z.object({
  token: z.string().min(20).max(200),
  name: z.string().trim().min(1).max(200).optional(),
  password: Password.optional(),
  /** The invitation went to another address, and the person says that it is theirs too. */
  otherAddressConfirmed: z.boolean().optional(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;
export const InvitationAccepted = z.object({
  organisationId: z.number().int(),
  roles: z.array(GrantedRole),
});

/** GET /api/sessions */
export const OpenSession = z.object({
  id: z.uuid(),
  present: z.boolean(),
  createdAt: z.string(),
  usedAt: z.string(),
  expiresAt: z.string(),
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type OpenSession = z.infer<typeof OpenSession>;

/** POST /api/auth/sign-in/email */
export const PasswordSignIn = z.object({ email: z.string().max(254), password: Password });
/** The answer of every way to sign in; a second factor may still be asked for. */
export const SignedIn = z.object({ secondFactor: z.boolean() });
export type SignedIn = z.infer<typeof SignedIn>;

/** POST /api/auth/sign-up/email */
export const SignUp = z.object({
  email: z.string().max(254),
  name: z.string().trim().min(1).max(200),
  password: Password,
});
export const EmailOnly = z.object({ email: z.string().max(254) });
export const NewPassword = z.object({ token: z.string().min(1).max(500), newPassword: Password });
export const ChangePassword = z.object({ currentPassword: Password, newPassword: Password });
export const PasswordOnly = z.object({ password: Password });
export const Code = z.object({ code: z.string().trim().min(4).max(32) });
/** POST /api/auth/two-factor/enable: shown once. */
export const SecondFactorSetUp = z.object({
  totpURI: z.string(),
  backupCodes: z.array(z.string()),
});
export type SecondFactorSetUp = z.infer<typeof SecondFactorSetUp>;
export const Passkey = z.object({
  id: z.string(),
  name: z.string().nullable(),
  createdAt: z.string().nullable(),
  deviceType: z.string(),
});
export type Passkey = z.infer<typeof Passkey>;
/** What a browser’s own passkey interface takes; its shape is WebAuthn’s. */
export const WebAuthn = z.record(z.string(), z.unknown());
const Base64Url = z.string().max(20_000);
/** What it gives (WebAuthn, PublicKeyCredential.toJSON); extensions are not used. */
const Credential = z.object({
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.object({}).default({}),
});
/** POST /api/auth/passkey/verify-authentication */
export const PasskeyAnswer = z.object({
  response: Credential.extend({
    response: z.object({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.nullish(),
    }),
  }),
});
/** POST /api/auth/passkey/verify-registration */
export const NewPasskey = z.object({
  name: z.string().trim().max(100).optional(),
  response: Credential.extend({
    response: z.object({
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      transports: z.array(z.string().max(40)).max(10).optional(),
    }),
  }),
});
export const Redirect = z.object({ url: z.string() });
export const Done = z.object({ done: z.literal(true) });

export const ApiScope = z.enum(['read', 'import', 'case.readonly', 'case.manage']);
/** GET /api/api-clients */
export const ApiClient = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(ApiScope),
  createdAt: z.string(),
  revokedAt: z.string().nullable(),
  /** The first signs of the key, to recognise it. */
  keyStart: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type ApiClient = z.infer<typeof ApiClient>;
export const NewApiClient = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(ApiScope).min(1),
});
/** The key is shown once; with the id it is also the client secret at /oauth2/token. */
export const NewKey = z.object({ id: z.uuid(), key: z.string() });
export type NewKey = z.infer<typeof NewKey>;
