import type { Context, ImportPass, ImportTarget } from '#platform/module/module.ts';
import { pagesOfOwners } from '../../../store/imported-pages.store.ts';
import type { TakenBack } from '../../../store/imported-records.store.ts';
import { addSites, removeImportedSites, sitesOfBatch, type AddedSite } from '../../../store/imported-sites.store.ts';
import { insertOrganisations } from '../../../store/organisation-write.store.ts';
import { removeBatch } from '../organisation-write.ts';
import { byJudging } from '../row/judgement.ts';
import { addedIn, judgeSiteRows, type SitePlan } from './site-check.ts';
import { siteImportFields, siteImportGroups, siteImportReasons } from './site-fields.ts';

/** Works, offices and laboratories; an organisation that the register does not know comes in with its sites. */
export const siteTarget: ImportTarget = {
  id: 'site',
  label: { zh: '机构地点', en: 'Sites' },
  note: { zh: '工厂、总部、实验室等地点及坐标；登记册中没有的机构随地点一起建立。', en: 'Plants, head offices and laboratories with their coordinates; organisations that the register does not hold are added with them.' },
  permission: 'organisation.update',
  fields: siteImportFields,
  groups: siteImportGroups,
  reasons: siteImportReasons,
  pages: pagesOfOwners('organisation_site'),
  ...byJudging({ judge: judgeSiteRows, write: writeSites }),

  /** Organisations that the batch added go with their sites, unless somebody used them since. */
  async undo(context, batchId) {
    const before = await sitesOfBatch(context, batchId);
    await removeImportedSites(context, batchId);
    await removeBatch(context.db, batchId);
    const keptIds = await sitesOfBatch(context, batchId);
    const taken: TakenBack = { removed: before.length - keptIds.length, kept: keptIds.length, keptIds };
    return taken;
  },
};

async function writeSites(context: Context, planned: readonly { rowNumber: number; plan: SitePlan }[], pass: ImportPass): Promise<{ rowNumber: number; recordId: string }[]> {
  const added = addedIn(pass);
  const rows = planned.map(({ rowNumber, plan }) => ({ rowNumber, plan, id: context.newId() }));
  const fresh = new Map<string, typeof rows>();
  const standing: AddedSite[] = [];
  for (const row of rows) {
    const organisationId = row.plan.organisationId ?? added.get(row.plan.owner);
    if (organisationId) standing.push({ ...row.plan.site, id: row.id, organisationId });
    else fresh.set(row.plan.owner, [...(fresh.get(row.plan.owner) ?? []), row]);
  }
  const owners = [...fresh];
  const ids = await insertOrganisations(context, owners.map(([, [first, ...rest]]) => {
    if (!first) throw new Error('an owner has a row');
    return { ...first.plan.organisation, sites: [first, ...rest].map(({ plan, id }) => ({ ...plan.site, id })) };
  }));
  owners.forEach(([owner], index) => added.set(owner, ids[index] ?? ''));
  await addSites(context, standing, pass.batchId, new Set(added.values()));
  return rows.map(({ rowNumber, id }) => ({ rowNumber, recordId: id }));
}
