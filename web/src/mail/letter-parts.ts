/** A letter cut at its links; those of this site become paths, so that they open here. */
export function letterParts(
  body: string,
  origin: string,
): ({ text: string } | { link: string; path?: string })[] {
  return body.split(/(https?:\/\/[^\s]+)/).map((part, place) => {
    if (place % 2 === 0) return { text: part };
    const url = URL.canParse(part) ? new URL(part) : undefined;
    const local = url?.origin === origin;
    return { link: part, path: local ? `${url!.pathname}${url!.search}${url!.hash}` : undefined };
  });
}
