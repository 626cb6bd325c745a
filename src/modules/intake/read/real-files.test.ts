import { expect, it } from 'vitest';
import { describeWithShared, sharedPath } from '../../../../test/shared.ts';
import { defaultImportLimits } from '../words/read.schema.ts';
import { openTable } from './open-table.ts';

/** Rows as each file's own SOURCE.md counts them. The short names have no header, so the first of their 267,397 lines (their SOURCE.md says one more) is taken for one. */
const files = [
  ['firms-cn-listed/firms.csv', 3876, 14],
  ['facilities-osh-sample/facilities.csv', 959, 7],
  ['sites-eu-hotmaps/industrial_sites.csv', 5029, 19],
  ['indicators-uk-nuts2/indicators_long.csv', 14_661, 6],
  ['names-cn-short/company_short_names.txt', 267_396, 1],
] as const;

describeWithShared('real files', files.map(([path]) => `data/${path}`), () => {
  it.each(files)('%s has %i rows', async (path, rows, columns) => {
    const opened = await openTable(sharedPath('data', path), { fileName: path, limits: defaultImportLimits });
    if (!opened.ok) throw new Error(opened.reason);
    let [read, misaligned] = [0, 0];
    for await (const part of opened.value.rows()) {
      read += part.length;
      misaligned += part.filter(({ cells }) => cells.length !== columns).length;
    }
    await opened.value.close();
    expect([read, opened.value.rowCount(), opened.value.columns.length, misaligned]).toEqual([rows, rows, columns, 0]);
  });
});
