import { parseArgs } from 'node:util';
import { computeOptions, refuse, runCompute } from './run-compute.ts';

// Stands alone, without configuration or database: a script may call it a thousand times.
const args = process.argv.slice(process.argv[2] === 'compute' ? 3 : 2);

try {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: computeOptions });
  process.exitCode = await runCompute(values, positionals);
} catch (error) {
  process.exitCode = await refuse({ reason: 'usage', why: error instanceof Error ? error.message : String(error), where: null });
}
