/** A line that rewrites itself on a terminal, and nothing elsewhere. */
export function progressLine(json: boolean): { show(line: string): void; end(): void } {
  const live = process.stderr.isTTY && !json;
  let shown = false;
  return {
    show(line) {
      if (!live) return;
      shown = true;
      process.stderr.write(`\r\u001b[K${line}`);
    },
    end() {
      if (shown) process.stderr.write('\r\u001b[K');
      shown = false;
    },
  };
}
