import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { completeUscc } from '#kernel/text/uscc.ts';
import { collect } from '#platform/module/collect.ts';
import type { Context } from '#platform/module/module.ts';
import { actingAs, operatorMandate } from '#platform/testing/test-context.ts';
import { freshDatabase } from '#platform/testing/test-database.ts';
import { registryModule } from '../../registry.module.ts';
import { organisationInputSchema } from '../../words/organisation.schema.ts';
import { addAlias } from '../record/alias.ts';
import { history } from '../record/history.ts';
import { search } from '../record/search.ts';
import { archive, restore } from './archive-organisation.ts';
import { create } from './create-organisation.ts';
import { countTraces } from '../figure/count-trace.ts';
import { recordFigures } from '../figure/record-figures.ts';
import { organisationCountTrace } from './organisation-figures.ts';
import { facets, get, list, points } from './read-organisation.ts';
import { addRelation, listRelations } from './relate-organisation.ts';
import { addTitle, listTitles } from './title-organisation.ts';
import { update } from './update-organisation.ts';

const database = await freshDatabase();
const as = actingAs(collect([registryModule]), database.app, await database.createSpace());
const act = <Value>(work: (context: Context) => Promise<Value>) => as([operatorMandate], work);
const nothing = { params: undefined, query: undefined, body: undefined, ifMatch: null };

const input = (given: object) => organisationInputSchema.parse({ name: { zh: '样例机构' }, type: 'enterprise', ...given });
const add = async (given: object) => {
  const made = await act((context) => create(context, { ...nothing, body: input(given) }));
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.value;
};
const query = (given: object) => ({ limit: 50, sort: 'name' as const, archived: 'false' as const, ...given });
const find = async (given: object) => {
  const page = await act((context) => list(context, { ...nothing, query: query(given) }));
  return page.ok ? page.value.items.map((item) => item.name.zh) : [];
};

describe('organisations', () => {
  it('keeps what was entered, judges the pin and counts versions', async () => {
    const made = await add({ name: { zh: '样例仪器厂', en: 'Sample Instruments' }, territoryId: 'cn:440100', uscc: ` ${completeUscc('91440101MA5XXXXX0')} `, sites: [{ longitude: 113.26, latitude: 23.13, datum: 'gcj02' }] });
    expect(made).toMatchObject({ version: 1, territory: { id: 'cn:440100' }, uscc: completeUscc('91440101MA5XXXXX0'), state: 'active', sample: false });
    expect(made.territoryPath.map((one) => one.id)).toContain('cn:440000');
    expect(made.sites[0]).toMatchObject({ longitude: 113.26, datum: 'gcj02' });
    const far = await add({ name: { zh: '样例远处厂' }, territoryId: 'cn:440000', sites: [{ longitude: 87.6, latitude: 43.8, datum: 'gcj02' }] });
    expect(far.sites[0]).toMatchObject({ pinVerdict: 'outside', drawnLongitude: null });
    expect(far).toMatchObject({ longitude: null });
    const drawn = await act((context) => points(context, { ...nothing, query: { territoryId: 'cn:440000', archived: 'false' } }));
    expect(drawn).toMatchObject({ ok: true, value: { total: 2, names: [{ zh: '样例仪器厂', en: 'Sample Instruments' }], omitted: { outside: 1, withoutPin: 0, beyondCap: 0 } } });
  });

  it('refuses what cannot be, and names the reason', async () => {
    const attempt = async (given: object) => {
      const result = await act((context) => create(context, { ...nothing, body: input(given) }));
      return result.ok ? 'ok' : result.reason;
    };
    expect(await attempt({ subtype: 'university' })).toBe('subtypeMismatch');
    expect(await attempt({ territoryId: 'cn:999999' })).toBe('territoryUnknown');
    expect(await attempt({ industryId: 'gbt4754:ZZZ' })).toBe('industryUnknown');
    expect(await attempt({ uscc: '91440101MA5XXXXX0A' })).toBe('usccInvalid');
    expect(await attempt({ sites: [{ longitude: 113 }] })).toBe('pinIncomplete');
    expect(await attempt({ uscc: completeUscc('91440101MA5XXXXX0') })).toBe('usccTaken');
  });

  it('updates only the version that was read, says what changed, and notices a way out of scope', async () => {
    const made = await add({ name: { zh: '样例修改' }, territoryId: 'cn:440100' });
    const change = (ifMatch: number, body: object, mandates = [operatorMandate]) => as(mandates, (context) => update(context, { ...nothing, params: { organisationId: made.id }, body, ifMatch }));
    expect(await change(2, { foundedYear: 2001 })).toMatchObject({ ok: false, reason: 'changedMeanwhile' });
    expect(await change(1, { foundedYear: 2001, name: { zh: '样例改名' } })).toMatchObject({ ok: true, value: { version: 2, foundedYear: 2001, territory: { id: 'cn:440100' } } });
    expect(await change(2, { foundedYear: 2001 })).toMatchObject({ ok: true, value: { version: 2 } });
    const guangdong = { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:440000' } as const;
    expect(await change(2, { territoryId: 'cn:320000' }, [guangdong])).toMatchObject({ ok: false, reason: 'scopeLeft' });
    expect(await find({ q: '改名' })).toEqual(['样例改名']);
    const entries = await act((context) => history(context, { ...nothing, query: { subjectKind: 'organisation', subjectId: made.id, limit: 50 } }));
    expect(entries).toMatchObject({ ok: true, value: { total: 2, items: [{ event: 'organisation.updated', changes: { foundedYear: [null, 2001], name: [{ zh: '样例修改' }, { zh: '样例改名' }] } }, { event: 'organisation.created' }] } });
  });

  it('archives and restores by the lifecycle', async () => {
    const made = await add({ name: { zh: '样例归档' } });
    const to = (verb: typeof archive | typeof restore, ifMatch: number) => act((context) => verb(context, { ...nothing, params: { organisationId: made.id }, ifMatch }));
    expect(await to(restore, 1)).toMatchObject({ reason: 'notArchived' });
    expect(await to(archive, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await to(archive, 2)).toMatchObject({ reason: 'alreadyArchived' });
    expect(await find({ q: '样例归档' })).toEqual([]);
    expect(await find({ q: '样例归档', archived: 'true' })).toEqual(['样例归档']);
    expect(await to(restore, 2)).toMatchObject({ ok: true, value: { archivedAt: null } });
  });

  it('keeps competitor pairs once and trees without circles', async () => {
    const [a, b, c] = [await add({ name: { zh: '样例甲' } }), await add({ name: { zh: '样例乙' } }), await add({ name: { zh: '样例丙' } })];
    const relate = async (from: string, otherId: string, kind: 'competitor' | 'umbrella') => {
      const result = await act((context) => addRelation(context, { ...nothing, params: { organisationId: from }, body: { kind, otherId, since: null, until: null, note: null } }));
      return result.ok ? result.value.direction : result.reason;
    };
    expect(await relate(a.id, b.id, 'competitor')).toBe('both');
    expect(await relate(b.id, a.id, 'competitor')).toBe('relationTaken');
    expect(await relate(a.id, a.id, 'umbrella')).toBe('relationSelf');
    expect(await relate(a.id, b.id, 'umbrella')).toBe('up');
    expect(await relate(b.id, c.id, 'umbrella')).toBe('up');
    expect(await relate(c.id, a.id, 'umbrella')).toBe('relationCycle');
    const seen = await act((context) => listRelations(context, { ...nothing, params: { organisationId: b.id } }));
    expect(seen.ok && seen.value.items.map((one) => [one.kind, one.direction, one.other.name.zh])).toEqual([['competitor', 'both', '样例甲'], ['umbrella', 'up', '样例丙'], ['umbrella', 'down', '样例甲']]);
  });

  it('holds titles, and counts what hangs on an organisation', async () => {
    const made = await add({ name: { zh: '样例称号' }, sites: [{}] });
    const title = { key: 'littleGiant' as const, name: null, issuer: null, level: 'national' as const, validFrom: '2024-01-01', validUntil: null, batch: null, sourceId: null };
    const params = { organisationId: made.id };
    expect(await act((context) => addTitle(context, { ...nothing, params, body: title }))).toMatchObject({ ok: true, value: { key: 'littleGiant', validFrom: '2024-01-01' } });
    expect(await act((context) => addTitle(context, { ...nothing, params, body: { ...title, validUntil: '2023-01-01' } }))).toMatchObject({ reason: 'periodReversed' });
    expect(await act((context) => listTitles(context, { ...nothing, params }))).toMatchObject({ value: { items: [{ organisationId: made.id }] } });
    expect(await find({ titleKey: 'littleGiant' })).toEqual(['样例称号']);
    const own = recordFigures.find((source) => source.subject === 'organisation');
    const figures = await act(async (context) => own?.figures(context, made.id));
    expect(figures?.map(({ key, value }) => [key, value])).toEqual([['registry.membershipCount', '0'], ['registry.titleCount', '1'], ['registry.listCount', '0'], ['registry.siteCount', '1'], ['registry.statementCount', '0']]);
    const titles = await act(async (context) => countTraces.find((trace) => trace.id === 'registry.titleCount')?.trace(context, { organisationId: made.id }));
    expect(titles).toMatchObject({ ok: true, value: { figure: { value: '1' }, rows: [{ counted: true, cells: { name: '专精特新“小巨人”企业' } }] } });
  });

  it('is found by any of its names, in any script, by one character and by initials', async () => {
    const made = await add({ name: { zh: '广东精密仪器样例所', en: "It'sOWL Sample" } });
    await act((context) => addAlias(context, { ...nothing, body: { subjectKind: 'organisation', subjectId: made.id, name: '粤精仪', language: 'zh-CN', kind: 'short' } }));
    for (const q of ['精密仪器', '精密儀器', '密', '粤精', 'gdjmyq', 'its owl', 'ＯＷＬ']) {
      const answer = await act((context) => search(context, { ...nothing, query: { q, limit: 8 } }));
      expect(answer.ok && answer.value.groups.flatMap((group) => group.hits.map((hit) => hit.id)), q).toContain(made.id);
    }
    expect(await act((context) => search(context, { ...nothing, query: { q: '··', limit: 8 } }))).toMatchObject({ value: { groups: [] } });
  });

  it('pages without gaps or repeats, whatever the sort', async () => {
    const all = await act((context) => list(context, { ...nothing, query: query({ limit: 200 }) }));
    const total = all.ok ? all.value.items.length : 0;
    for (const sort of ['name', '-name', 'updatedAt', '-updatedAt', 'foundedYear', '-foundedYear'] as const) {
      const ids: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const page = await act((context) => list(context, { ...nothing, query: { ...query({ limit: 3, ...(cursor ? { cursor } : {}) }), sort } }));
        if (!page.ok) throw new Error(page.reason);
        ids.push(...page.value.items.map((item) => item.id));
        cursor = page.value.nextCursor ?? undefined;
      }
      expect(new Set(ids).size, sort).toBe(total);
      expect(ids.length, sort).toBe(total);
    }
    expect(await act((context) => list(context, { ...nothing, query: query({ cursor: 'bm9uc2Vuc2U' }) }))).toMatchObject({ reason: 'invalidCursor' });
  });

  it('counts facets that add up, and traces the count to its rows', async () => {
    const counted = await act((context) => facets(context, { ...nothing, query: { archived: 'false' } }));
    if (!counted.ok) throw new Error(counted.reason);
    const { total, byType, bySize, byTerritory, territoryUndivided, withoutTerritory, withoutIndustry, industryUndivided } = counted.value;
    const sum = (rows: { count: number }[]) => rows.reduce((all, row) => all + row.count, 0);
    expect(sum(byType)).toBe(total);
    expect(sum(bySize)).toBe(total);
    expect(sum(byTerritory) + territoryUndivided + withoutTerritory).toBe(total);
    expect(withoutIndustry + industryUndivided).toBe(total);
    const trace = await act((context) => organisationCountTrace.trace(context, { territoryId: 'cn:440000' }));
    expect(trace.ok && trace.value.figure.value).toBe(String(byTerritory.find((row) => row.id === 'cn:440000')?.count));
    expect(trace.ok && trace.value.rows.filter((row) => row.counted).length).toBe(Number(trace.ok && trace.value.figure.value));
  });

  it('hides an internal record from readers wherever it could show', async () => {
    const made = await add({ name: { zh: '样例内部' }, visibility: 'internal', territoryId: 'cn:110000', uscc: completeUscc('91110000MA0XXXXX1') });
    const officer = { role: 'territorialOfficer', scopeKind: 'territory', scopeId: 'cn:320000' } as const;
    const asOfficer = <Value>(work: (context: Context) => Promise<Value>) => as([officer], work);
    const seen = await asOfficer((context) => search(context, { ...nothing, query: { q: '样例内部', limit: 8 } }));
    expect(seen).toMatchObject({ value: { groups: [] } });
    expect(await asOfficer((context) => history(context, { ...nothing, query: { subjectKind: 'organisation', subjectId: made.id, limit: 5 } }))).toMatchObject({ reason: 'notFound' });
    const taken = await asOfficer((context) => create(context, { ...nothing, body: input({ territoryId: 'cn:320000', uscc: made.uscc }) }));
    expect(taken).toMatchObject({ reason: 'usccTaken', params: { uscc: made.uscc } });
    expect(JSON.stringify(taken)).not.toContain('样例内部');
    expect(await act((context) => get(context, { ...nothing, params: { organisationId: made.id } }))).toMatchObject({ ok: true });
    const { rows } = await act((context) => sql<{ n: number }>`select count(*)::int as n from organisation where sort_name = ''`.execute(context.db));
    expect(rows[0]?.n).toBe(0);
  });
});
