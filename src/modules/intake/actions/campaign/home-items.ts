import type { Context, HomeItem } from '#platform/module/module.ts';
import { owing } from '../../store/campaign-day.store.ts';

/** Reports that wait for the reader's own organisations. */
export async function reportItems(context: Context): Promise<HomeItem[]> {
  const reports = await owing(context.db, context.scope('party.submit'));
  return reports.map(({ partyId, name, party, dueAt, state }) => ({
    key: `report ${partyId}`,
    text: state === 'returned' ? { zh: `${name.zh ?? name.en}：已退回，请修改后再报`, en: `${name.en ?? name.zh}: returned, please change and send again` } : { zh: `${name.zh ?? name.en}：待填报`, en: `${name.en ?? name.zh}: to be reported` },
    detail: { zh: party.zh ?? party.en ?? '', en: party.en ?? party.zh ?? '' },
    href: `/reports/${partyId}`,
    verb: { zh: '填报', en: 'Report' },
    due: dueAt,
  }));
}
