import { expect, test } from 'vitest';
import type { FoundBackup } from './backup-folder.ts';
import { superfluous } from './retention.ts';
import { walBetween } from './verify-backup.ts';

const backup = (name: string, reason: 'manual' | 'scheduled' | 'upgrade', installation = 'here') => ({ name, folder: name, manifest: { name, reason, installation } }) as FoundBackup;

test('the newest are kept, those before upgrades counted apart, and other installations left alone', () => {
  const all = [backup('1', 'scheduled'), backup('2', 'upgrade'), backup('3', 'manual'), backup('4', 'upgrade'), backup('5', 'scheduled', 'elsewhere'), backup('6', 'upgrade'), backup('7', 'scheduled')];
  expect(superfluous(all, 'here', 2).map(({ name }) => name)).toEqual(['1', '2']);
  expect(superfluous(all, 'here', 9).map(({ name }) => name)).toEqual(['2']);
  expect(superfluous(all, 'elsewhere', 1)).toEqual([]);
});

test('pieces of the log are counted over the end of a group', () => {
  expect(walBetween('0000000100000000000000FE', '000000010000000100000001')).toEqual(['0000000100000000000000FE', '0000000100000000000000FF', '000000010000000100000000', '000000010000000100000001']);
});
