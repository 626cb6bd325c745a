import { describe, expect, test } from 'vitest';
import { shownVariables, unknownVariables, unknownWords } from './known-variables.ts';

describe('variables that are none', () => {
  test.each([
    ['CLUSTERLOOM_BACKUP_DIRECTORY', 'CLUSTERLOOM_BACKUP_DIR'],
    ['CLUSTERLOOM_PUBLICURL', 'CLUSTERLOOM_PUBLIC_URL'],
    ['CLUSTERLOOM_LOGS', 'CLUSTERLOOM_LOG'],
    ['CLUSTERLOOM_SOMETHING_ELSE_ALTOGETHER', null],
  ])('%s is pointed out', (name, nearest) => {
    expect(unknownVariables({ [name]: 'x', PATH: '/bin', CLUSTERLOOM_DATA: 'y', CLUSTERLOOM_TEST_DATABASE_URL: 'z' })).toEqual([{ name, nearest }]);
    const words = unknownWords({ name, nearest: null });
    expect(words.en).toContain(name);
    expect(words.zh).toContain(name);
  });
});

test('what is in effect is shown without secrets', () => {
  const canary = 'canary-secret';
  const shown = shownVariables({ PORT: '8090', DATABASE_URL: `postgresql://name:${canary}@db:5432/x?password=${canary}`, CLUSTERLOOM_SECRET: canary, CLUSTERLOOM_OIDC_CLIENT_SECRET: canary, CLUSTERLOOM_METRICS_TOKEN: canary, CLUSTERLOOM_SAMPLE_PASSWORD: canary, CLUSTERLOOM_PASSWORD: canary });
  expect(JSON.stringify(shown)).not.toContain('canary');
  expect(shown.find(({ name }) => name === 'DATABASE_URL')?.value).toBe('postgresql://•••@db:5432/x?…');
  expect(shown.find(({ name }) => name === 'PORT')?.value).toBe('8090');
  expect(shown.find(({ name }) => name === 'HOST')?.value).toBeNull();
});
