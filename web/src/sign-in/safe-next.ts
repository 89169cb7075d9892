/** Where to go after the sign-in: a path of this site, or the first screen. */
export function safeNext(next: string | undefined, origin: string): string {
  if (!next?.startsWith('/') || !URL.canParse(next, origin)) return '/';
  const target = new URL(next, origin);
  // "//other.example" and "/\other.example" leave this site
  if (target.origin !== origin || isDoor(target.pathname)) return '/';
  return `${target.pathname}${target.search}${target.hash}`;
}

const doors = ['/sign-in', '/register', '/forgotten-password', '/new-password', '/confirm-address'];

/** Pages that lead in and have done so after the sign-in. */
function isDoor(path: string): boolean {
  return doors.includes(path);
}

/** Pages for whoever has not signed in: nobody is sent from them to the sign-in. */
export function isOutside(path: string): boolean {
  return isDoor(path) || ['/set-up', '/invitation', '/outbox'].includes(path);
}
