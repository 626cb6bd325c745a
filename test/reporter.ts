import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends the output with one plain line that scripts can read. A file that cannot be loaded counts as a failure. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    let skipped = 0;
    const skippedTitles = new Set<string>();
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      const states = tests.map((test) => test.result().state);
      passed += states.filter((state) => state === 'passed').length;
      skipped += states.filter((state) => state === 'skipped' || state === 'pending').length;
      const failures = states.filter((state) => state === 'failed').length;
      const broken = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
      failed += failures + broken + (module.errors().length > 0 ? 1 : 0);
      for (const suite of module.children.allSuites()) if (/\(skipped: /.test(suite.name)) skippedTitles.add(suite.name);
    }
    for (const title of skippedTitles) console.log(`not run: ${title}`);
    if (modules.length === 0) failed += 1;
    const file = process.env['CLUSTERLOOM_TEST_COUNTS'];
    // `npm test` has more to add, and prints the line itself.
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
    else console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}
