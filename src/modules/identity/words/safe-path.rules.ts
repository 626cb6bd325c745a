/** Only a path of this product; anything else would lead people away after they signed in. */
export function safePath(wanted: string | null | undefined): string {
  const isOwn = wanted !== null && wanted !== undefined && wanted.length <= 1000 && /^\/(?![/\\])[^\\\u0000-\u001f\u007f]*$/.test(wanted);
  return isOwn && !/^\/(?:api|sign-in)(?:[/?#]|$)/.test(wanted) ? wanted : '/';
}
