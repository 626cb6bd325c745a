/** Only a path of this product; anything else would lead people away after they signed in. */
export function safePath(wanted: string | null | undefined): string {
  const isOwn = wanted !== null && wanted !== undefined && wanted.length <= 1000 && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted);
  return isOwn && !/^\/(?:api|sign-in)(?:[/?#]|$)/.test(wanted) ? wanted : '/';
}
