import { PlainProblem } from '#platform/config/plain-problem.ts';

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A problem that the person can solve is told plainly; anything else with its stack. */
export function tellAndExit(error: unknown): never {
  const text = error instanceof PlainProblem ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
