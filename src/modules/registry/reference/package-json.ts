import { createRequire } from 'node:module';

// Read when asked for, not imported: the files are megabytes and a start that finds its tables loaded needs none of them.
const require = createRequire(import.meta.url);

/** A JSON file out of an npm package, by the package's name and the file's path in it. */
export function readPackageJson<T>(path: string): T {
  return require(path) as T;
}
