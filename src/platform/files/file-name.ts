const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
/** Control characters, and those that turn the direction of writing: `exe.fdp` would read `pdf.exe` the other way round. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/u;
export const longestFileName = 200;

/** Whether a name could lead somewhere else or deceive its reader, also once somebody decodes it. */
export function isSafeFileName(name: string): boolean {
  const readings = [name, decoded(name)];
  return name.trim() !== '' && name.length <= longestFileName && readings.every((reading) => !/[/\\]/.test(reading) && !unseen.test(reading) && !/^\.+\s*$/.test(reading) && !devices.test(reading.trim()));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name a download gets: what some system could not write is replaced. */
export function downloadName(name: string): string {
  const plain = name.replaceAll(/[<>:"|?*]/g, '_').replace(/[. ]+$/, '');
  return plain === '' ? 'file' : plain;
}

export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A name without the folders that some browsers and archives put before it. */
export const baseNameOf = (name: string): string => name.replace(/^.*[\\/]/u, '') || name;
