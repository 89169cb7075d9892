/**
 * A letter cut at its links; those of this site become paths, so that they open here. A demonstration
 * is on this machine, which has several names.
 */
export function letterParts(
  body: string,
  origin: string,
): ({ text: string } | { link: string; path?: string })[] {
  return body.split(/(https?:\/\/[^\s]+)/).map((part, place) => {
    if (place % 2 === 0) return { text: part };
    const url = URL.canParse(part) ? new URL(part) : undefined;
    const local = url !== undefined && (url.origin === origin || isThisMachine(url.hostname));
    return { link: part, path: local ? `${url!.pathname}${url!.search}${url!.hash}` : undefined };
  });
}

function isThisMachine(host: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(host);
}
