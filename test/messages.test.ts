import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { modules } from '#modules/index.ts';
import { messageFolders } from '#platform/i18n/messages.ts';
import { collect } from '#platform/module/collect.ts';
import { customReasons } from '#platform/http/problem.ts';

type Entries = Record<string, { message: string; description?: string }>;

const source = join(dirname(fileURLToPath(import.meta.url)), '../src');
const read = (folder: string, language: string): Entries => JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Entries;
const prefixOf = (folder: string): string => (folder.includes('/platform/') ? 'platform' : folder.endsWith('web/messages') && !folder.includes('/modules/') ? 'web' : basename(dirname(folder)));
const placeholders = (message: string): string[] => [...message.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
const folders = messageFolders(source).filter((folder) => readdirSync(folder).length > 0);
const all = Object.assign({}, ...folders.map((folder) => read(folder, 'en'))) as Entries;

describe.each(folders)('messages of %s', (folder) => {
  const [zh, en] = [read(folder, 'zh-CN'), read(folder, 'en')];

  it('say everything in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    expect(Object.entries({ ...zh, ...en }).filter(([, entry]) => !entry.message.trim())).toEqual([]);
  });

  it('carry a note for the translator', () => {
    expect(Object.entries(en).filter(([, entry]) => !entry.description?.trim()).map(([key]) => key)).toEqual([]);
  });

  it('use the same placeholders', () => {
    // A form for one may say "one" instead of the number.
    const differing = Object.keys(en).filter((key) => !key.endsWith('_one') && placeholders(en[key]?.message ?? '').join() !== placeholders(zh[key]?.message ?? '').join());
    expect(differing).toEqual([]);
  });

  it('begin with the name of their room', () => {
    expect(Object.keys(en).filter((key) => !key.startsWith(`${prefixOf(folder)}.`))).toEqual([]);
  });

  it('do not leave one language in the other', () => {
    expect(Object.entries(en).filter(([, entry]) => /[\u4e00-\u9fff]/.test(entry.message.replaceAll(/样例|“[^”]*”|中文/g, ''))).map(([key]) => key)).toEqual([]);
    expect(Object.entries(zh).filter(([, entry]) => /[!！]/.test(entry.message)).map(([key]) => key)).toEqual([]);
  });
});

describe('messages and code', () => {
  it('every reason of every route has words', () => {
    const { reasons } = collect(modules);
    expect(Object.values(reasons).map((reason) => reason.messageKey).filter((key) => !all[key])).toEqual([]);
    const statuses = new Set(Object.values(reasons).map((reason) => reason.status));
    expect([...statuses].map((status) => `platform.status.${status}`).filter((key) => !all[key])).toEqual([]);
    expect([...customReasons].map((reason) => `platform.problem.${reason}`).filter((key) => !all[key])).toEqual([]);
  });

  it('every kind of notice has words, with and without the name of its record', () => {
    const { noticeKinds } = collect(modules);
    const wanted = Object.keys(noticeKinds).flatMap((kind) => [kind.replace('.', '.notice.'), `${kind.replace('.', '.notice.')}.short`]);
    expect(wanted.filter((key) => !all[key])).toEqual([]);
    expect(wanted.filter((key) => key.endsWith('.short') && all[key]?.message.includes('{{'))).toEqual([]);
  });

  it('every key written out in a screen exists', () => {
    const screens = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file));
    const used = screens.flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(/\btext\(\s*'([a-z]+\.[A-Za-z0-9.]+)'/g)].map((match) => `${match[1]} in ${file}`));
    const isKnown = (key: string): boolean => Boolean(all[key] ?? all[`${key}_one`] ?? all[`${key}_other`]);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((entry) => !isKnown(entry.split(' ')[0] ?? ''))).toEqual([]);
  });
});
