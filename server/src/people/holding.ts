import type { ScopedTransaction } from '#src/db/scope.ts';
import type { Actor } from '#src/actors/actor.ts';

/** Kinds of what is held about a person; retention rules name them. */
export const HOLDING_CODES = [
  'profile',
  'account',
  'affiliation',
  'role-grant',
  'identifier',
  'invitation',
  'letter',
  'consent',
  'correction',
  'merge',
  'access-log',
  'audit-fact',
] as const;
export type HoldingCode = (typeof HOLDING_CODES)[number];

/** One kind of what is held about people: how to show it to the person, and what erasure makes of it. */
export interface Holding {
  code: HoldingCode;
  /**
   * What an erasure makes of it unless an obligation keeps it: `erased`, the rows go; `ended`, it has
   * no force any more and the rows, which name nobody, stay; `stays`, it names nobody and proves
   * what was done.
   */
  fate: 'erased' | 'ended' | 'stays';
  list(trx: ScopedTransaction, personIds: readonly number[]): Promise<HeldItem[]>;
  /** Ends what still goes on, so that its term runs from today; nothing where that has no meaning. */
  end?(trx: ScopedTransaction, actor: Actor, items: readonly HeldItem[]): Promise<void>;
  /** What is left after the end goes; nothing where the rows stay. */
  erase?(trx: ScopedTransaction, actor: Actor, items: readonly HeldItem[]): Promise<void>;
}

export interface HeldItem {
  personId: number;
  /** Of the row, within the holding. */
  id: string;
  /** Who holds it; null: the platform. */
  organisationId: number | null;
  /** yyyy-mm-dd */
  since: string | null;
  /** yyyy-mm-dd; null while it goes on */
  endedOn: string | null;
  data: Datum[];
}

export interface Datum {
  label: DatumLabel;
  /** As it is stored, or in words where it is a code. */
  value: string | { vi: string; en: string };
}

export const DATUM_LABELS = [
  'name',
  'language',
  'email',
  'email-verified',
  'second-factor',
  'passkey',
  'session',
  'sign-in-method',
  'phone',
  'person-code',
  'position',
  'unit',
  'start',
  'end',
  'role',
  'kind',
  'hint',
  'assurance',
  'purpose',
  'data-kinds',
  'wording',
  'field',
  'wanted',
  'reason',
  'answer',
  'subject',
  'action',
  'times',
  'latest',
  'state',
] as const;
export type DatumLabel = (typeof DATUM_LABELS)[number];

/** A datum of each label that has a value. */
export function dataOf(
  values: Partial<Record<DatumLabel, Datum['value'] | null | undefined>>,
): Datum[] {
  return Object.entries(values).flatMap(([label, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label: label as DatumLabel, value }],
  );
}
