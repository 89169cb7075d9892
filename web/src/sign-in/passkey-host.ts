/** Browsers bind passkeys to a name: not to an address in figures, and not to another site. */
export function passkeysPossible(host: string, passkeyHost: string): boolean {
  if (/^[\d.]+$|:/.test(passkeyHost)) return false;
  return host === passkeyHost || host.endsWith(`.${passkeyHost}`);
}
