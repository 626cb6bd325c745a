import { locatedSites, namesOfPlacesAndTrades } from '#modules/registry/index.ts';
import type { Actor } from '#platform/auth/actor.ts';
import { Breath } from '#platform/jobs/breath.ts';
import { JobFailure } from '#platform/jobs/job-failure.ts';
import type { Action, Context, JobKind } from '#platform/module/module.ts';
import { fail, ok, type Result } from '#platform/result/result.rules.ts';
import { findKDensity, insertKDensity, keepCurve } from '../../store/k-density.store.ts';
import { kDensityInput, type KDensity, type KDensityInput } from '../../words/k-density.schema.ts';
import type * as routes from '../../words/map.contract.ts';
import { siteCap } from '../../words/map.schema.ts';
import { measureCurve, pairsOf } from './measure-curve.ts';
import { filterOf, type DrawnSite } from './read-sites.ts';

/** Fewer say nothing about distances. */
const fewest = 5;
/** More of one trade take too long even as a job. */
const most = 20_000;
/** Pairs that are counted while somebody waits: well under a second. */
const pairsAtOnce = 30_000_000;

interface Sites {
  all: DrawnSite[];
  own: number[];
}

/** All sites under the filter, and which of them are of the trade. Only what the reader may see. */
async function read(context: Context, input: KDensityInput): Promise<Result<Sites>> {
  const { industryId, industryLabel, ...among } = input;
  const drawn = async (asked: Partial<KDensityInput>): Promise<DrawnSite[]> => {
    const { sites } = await locatedSites(context, filterOf(asked), siteCap);
    return sites.filter((site): site is DrawnSite => site.longitude !== null && site.latitude !== null);
  };
  const all = await drawn(among);
  const mine = new Set((await drawn({ ...among, industryId, industryLabel })).map(({ id }) => id));
  const own = all.flatMap((site, at) => (mine.has(site.id) ? [at] : []));
  if (own.length < fewest) return fail('tooFewSites', { count: own.length, fewest });
  if (own.length > most) return fail('tooManySites', { count: own.length, most });
  return ok({ all, own });
}

export const measure: Action<typeof routes.measureKDensity> = async (context, { body }) => {
  const { personId } = context.actor;
  if (personId === null) return fail('notAllowed');
  const sites = await read(context, body);
  if (!sites.ok) return sites;
  const { all, own } = sites.value;
  const id = context.newId();
  const tradeId = body.industryId ?? `label:${body.industryLabel}`;
  const names = await namesOfPlacesAndTrades(context, { territories: [], trades: [tradeId] });
  const word = body.industryLabel ?? tradeId;
  const trade = { id: tradeId, name: names.get(tradeId) ?? { zh: word, en: word } };
  const later = pairsOf(own.length, body.draws) > pairsAtOnce;
  const title = { zh: `K 密度：${trade.name.zh ?? trade.name.en}`, en: `K-density: ${trade.name.en ?? trade.name.zh}` };
  const jobId = later ? context.enqueue({ kind: 'observatory.measureKDensity', data: { id, actor: { ...context.actor, sessionId: null, language: context.language } }, title }) : null;
  const breath = new Breath();
  const curve = later ? null : await measureCurve(all, own, body, async () => {
    if (breath.isDue) await breath.take();
  });
  const made: KDensity = { id, askedAt: context.now.toISOString(), input: { ...body }, trade, jobId, curve };
  await insertKDensity(context.db, { ...made, askedBy: personId });
  return ok(made);
};

export const get: Action<typeof routes.getKDensity> = async (context, { params }) => {
  const { personId } = context.actor;
  const found = personId === null ? null : await findKDensity(context.db, params.kDensityId, personId);
  return found ? ok(found) : fail('notFound');
};

/** Reads and writes in short transactions; what takes long holds none. */
export const measureJob: JobKind = {
  label: { zh: '计算 K 密度', en: 'Measuring a K-density' },
  run: async (work, data) => {
    const [id, actor] = [String(data['id']), data['actor'] as Actor];
    const asked = await work.asActor(actor, async (context) => {
      const found = await findKDensity(context.db, id, actor.personId ?? '');
      if (!found) return null;
      const input = kDensityInput.parse(found.input);
      return { found, input, sites: await read(context, input) };
    });
    if (!asked) return;
    const { input, sites, found } = asked;
    if (!sites.ok) throw new JobFailure({ zh: '可用的场所太少或太多', en: 'There are too few or too many sites by now' });
    const breath = new Breath();
    const curve = await measureCurve(sites.value.all, sites.value.own, input, async (done, total) => {
      work.signal.throwIfAborted();
      if (!breath.isDue) return;
      await work.progress(done, total);
      await breath.take();
    });
    await work.asActor(actor, (context) => keepCurve(context.db, id, curve));
    const name = found.trade.name;
    return { words: { zh: `${name.zh ?? name.en}：${curve.sites} 个场所，${input.draws} 次抽样`, en: `${name.en ?? name.zh}: ${curve.sites} sites, ${input.draws} draws` }, href: `/cluster-map?k=${id}` };
  },
};
