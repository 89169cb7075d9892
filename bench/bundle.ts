// JavaScript that a first visit loads, as brotli; the check of CI prints it file by file.
await import('../server/src/checks/bundle.ts');

export {};
