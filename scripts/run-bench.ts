// Runs one bench file in a process of its own and prints its measurements as JSON.
import { pathToFileURL } from 'node:url';

const { default: bench } = (await import(pathToFileURL(process.argv[2] ?? '').href)) as { default: () => Promise<unknown[]> };
process.stdout.write(JSON.stringify(await bench()));
process.exit(0);
