import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Secrets at rest. What was sealed for one purpose does not open for another: `purpose` names the row it belongs to. */
export interface SecretBox {
  seal(secret: string, purpose: string): string;
  /** Null when it was sealed with another key, for another purpose, or was touched since. */
  open(sealed: string, purpose: string): string | null;
  /** Says that a text which anybody may read came from here: the same bytes for the same text and purpose. */
  mark(text: string, purpose: string): Uint8Array;
}

const version = 'v1';

/** AES-256-GCM with a fresh nonce each time; the purpose is authenticated along. */
export function secretBox(key: Uint8Array): SecretBox {
  if (key.length !== 32) throw new Error('the installation key has 32 bytes');
  return {
    mark: (text, purpose) => createHmac('sha256', key).update(`${purpose}\0${text}`).digest(),
    seal: (secret, purpose) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return [version, nonce.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.');
    },
    open: (text, purpose) => {
      const [stated, nonce, sealed, tag] = text.split('.');
      if (stated !== version || !nonce || sealed === undefined || !tag) return null;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 }).setAAD(Buffer.from(purpose));
        decipher.setAuthTag(Buffer.from(tag, 'base64url'));
        return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
