/**
 * A note, or any cell, as it is kept and as it leaves: composed, line ends in one form, without what cannot
 * be printed or written into a spreadsheet, without space around it.
 */
export function noteText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replaceAll('\r\n', '\n')
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '')
      .trim()
  );
}
