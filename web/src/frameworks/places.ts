import type { FrameworkOf } from '@nhip/server/frameworks/reading/contract.ts';

interface OfFramework {
  code: string;
  inUse: boolean;
}

/** Where an item is read. What vacancies and programmes say of it stands on the page of a framework in use. */
export function itemPlace(framework: OfFramework, code: string): string {
  return framework.inUse
    ? `/competencies/${encodeURIComponent(code)}`
    : `/frameworks/${encodeURIComponent(framework.code)}/items/${encodeURIComponent(code)}`;
}

export function rolePlace(framework: OfFramework, code: string): string {
  return `/frameworks/${encodeURIComponent(framework.code)}/roles/${encodeURIComponent(code)}`;
}

/** The part of an address that says which version, where it is not the published one. */
export function versionPart({ status, version }: Pick<FrameworkOf, 'status' | 'version'>): {
  version?: string;
} {
  return status === 'published' ? {} : { version };
}
