import { once } from 'node:events';
import { UnreadableFile } from '../unreadable-file.ts';
import { workbookMessages, type WorkbookMessage, type WorkbookRequest } from './read-workbook.ts';

/** A process of its own with a small heap, so that a hostile workbook can end nothing but itself. One JSON text a line. */
async function main(): Promise<void> {
  process.stdout.on('error', () => process.exit(1));
  try {
    for await (const message of workbookMessages(JSON.parse(process.argv[2] ?? '') as WorkbookRequest)) await tell(message);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    await tell({ kind: 'fail', reason: error.reason, params: error.params });
  }
}

async function tell(message: WorkbookMessage): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain');
}

await main();
