/** ISO 8601; a time that JavaScript cannot hold (a broken row) as it came. */
export function timeText(at: Date | number): string {
  return at instanceof Date && !Number.isNaN(at.getTime()) ? at.toISOString() : String(at);
}
