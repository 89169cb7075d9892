import { AuditHead } from '@nhip/server/audit/contract.ts';

/** The same file that `nhip audit head` writes. */
export function saveHead(head: AuditHead): void {
  const file = new Blob([`${JSON.stringify(head, null, 2)}\n`], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `nhip-audit-head-${head.sealId}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** The head that a text holds; undefined where it holds none. */
export function headOf(text: string): AuditHead | undefined {
  try {
    return AuditHead.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
