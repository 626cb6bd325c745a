import { hash } from 'node:crypto';

/** `"v3"` names a version for If-Match; what was read also carries a digest, since a record shows more than its own row. */
export function entityTag(version: unknown, text?: string): string {
  const parts = [...(typeof version === 'number' ? [`v${version}`] : []), ...(text === undefined ? [] : [hash('sha256', text, 'base64url').slice(0, 16)])];
  return `"${parts.join('.')}"`;
}

/** The version that an If-Match header names, in either form. */
export function versionNamed(ifMatch: string): number | null {
  const version = /^(?:W\/)?"v(\d{1,9})(?:\.[\w-]+)?"$/.exec(ifMatch.trim())?.[1];
  return version === undefined ? null : Number(version);
}

export function isUnchanged(ifNoneMatch: string | undefined, tag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
