import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { installationKey, keyFileName } from './installation-key.ts';
import { secretBox } from './secret-box.ts';

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

it('opens what it sealed, for the same purpose and with the same key only', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (secret, purpose, at) => {
      const sealed = secretBox(key(1)).seal(secret, purpose);
      const touched = [...sealed];
      const index = at % touched.length;
      touched[index] = touched[index] === 'A' ? 'B' : 'A';
      const open = (box: number, text: string, what: string) => secretBox(key(box)).open(text, what);
      // The last letter of a base64url text may carry unused bits; whatever opens must be the same secret.
      return open(1, sealed, purpose) === secret && open(2, sealed, purpose) === null && open(1, sealed, `${purpose}x`) === null && [null, secret].includes(open(1, touched.join(''), purpose));
    }),
  );
});

it('seals the same secret differently each time, and opens nothing that is no seal', () => {
  const box = secretBox(key(1));
  expect(box.seal('x', 'p')).not.toBe(box.seal('x', 'p'));
  for (const text of ['', 'v1', 'v1...', 'v2.a.b.c', 'v1.AAAA.AAAA.AAAA', box.seal('x', 'p').slice(0, -8)]) expect(box.open(text, 'p')).toBeNull();
});

it('the key file is made once, for its owner only, and a damaged one is named in plain words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cl-key-'));
  try {
    const first = installationKey(null, folder);
    expect(installationKey(null, folder)).toEqual(first);
    expect(statSync(join(folder, keyFileName)).mode & 0o777).toBe(0o600);
    expect(installationKey('a phrase of at least thirty-two letters', folder)).not.toEqual(first);
    expect(Buffer.from(first).toString('base64url')).not.toBe(readFileSync(join(folder, keyFileName), 'utf8').trim());
    writeFileSync(join(folder, keyFileName), 'cut');
    expect(() => installationKey(null, folder)).toThrow(/damaged/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
