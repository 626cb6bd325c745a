import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { PlainProblem } from './plain-problem.ts';

const oidc = { CLUSTERLOOM_OIDC_ISSUER: 'https://id.example', CLUSTERLOOM_OIDC_CLIENT_ID: 'loom', CLUSTERLOOM_OIDC_CLIENT_SECRET: 'geheim', CLUSTERLOOM_PUBLIC_URL: 'https://loom.example' };

describe('readConfig', () => {
  test('a provider to sign in through needs its parts and is named after its host', () => {
    expect(readConfig(oidc, '/srv').oidc).toEqual({ issuer: 'https://id.example', clientId: 'loom', clientSecret: 'geheim', name: 'id.example', returnUrl: 'https://loom.example/sign-in/return', allowHosts: [] });
  });

  test('an empty environment gives the promised defaults', () => {
    expect(readConfig({}, '/srv/app')).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDirectory: '/srv/app/.clusterloom',
      publicUrl: null,
      logLevel: 'info',
      rateLimitPerMinute: 1200,
      checkAnswers: false,
      secret: null,
      oidc: null,
      samplePassword: null,
      allowHosts: [],
      level: 'sensitive',
      backup: { directory: null, at: '02:30', keep: 7, beforeUpgrade: true },
      metricsToken: null,
      storageReserve: 96 * 1024 * 1024,
      importLimits: { rows: 2_000_000, bytes: 1_073_741_824, documentBytes: 33_554_432, sheetBytes: 209_715_200, cellBytes: 1_048_576, columns: 1000 },
    });
  });

  test('empty variables count as absent, and a relative data directory starts at the working directory', () => {
    const config = readConfig({ PORT: ' ', DATABASE_URL: '', CLUSTERLOOM_DATA: '数据 目录' }, '/srv');
    expect(config.port).toBe(8080);
    expect(config.databaseUrl).toBeNull();
    expect(config.dataDirectory).toBe('/srv/数据 目录');
  });

  test.each([
    [{ PORT: '80a' }, 'portInvalid'],
    [{ PORT: '70000' }, 'portInvalid'],
    [{ CLUSTERLOOM_LEVEL: 'secret' }, 'levelInvalid'],
    [{ PORT: '-1' }, 'portInvalid'],
    [{ DATABASE_URL: 'mysql://root:geheim@x/y' }, 'databaseUrlInvalid'],
    [{ CLUSTERLOOM_PUBLIC_URL: 'ftp://x' }, 'publicUrlInvalid'],
    [{ CLUSTERLOOM_ALLOW_HOSTS: 'gateway, http://x/' }, 'allowHostsInvalid'],
    [{ CLUSTERLOOM_LOG: 'loud' }, 'logLevelInvalid'],
    [{ CLUSTERLOOM_SECRET: 'geheim' }, 'secretTooShort'],
    [{ CLUSTERLOOM_OIDC_ISSUER: 'https://id.example' }, 'oidcIncomplete'],
    [{ ...oidc, CLUSTERLOOM_OIDC_ISSUER: 'http://id.example' }, 'oidcIssuerInvalid'],
    [{ ...oidc, CLUSTERLOOM_PUBLIC_URL: '' }, 'oidcNeedsPublicUrl'],
    [{ CLUSTERLOOM_BACKUP_AT: '24:00' }, 'backupAtInvalid'],
    [{ CLUSTERLOOM_BACKUP_KEEP: '0' }, 'backupKeepInvalid'],
    [{ CLUSTERLOOM_STORAGE_RESERVE_MB: '1 GB' }, 'storageReserveInvalid'],
    [{ CLUSTERLOOM_IMPORT_ROWS: '0' }, 'importLimitInvalid'],
    [{ CLUSTERLOOM_IMPORT_COLUMNS: '20000' }, 'importLimitInvalid'],
  ])('%o is refused in both languages', (environment, code) => {
    try {
      readConfig(environment, '/srv');
      expect.unreachable();
    } catch (problem) {
      expect(problem).toBeInstanceOf(PlainProblem);
      expect(problem).toMatchObject({ code, en: expect.stringMatching(/must|needs/), zh: expect.stringMatching(/须|应/) });
      expect(String(problem)).not.toContain('geheim');
    }
  });
});
