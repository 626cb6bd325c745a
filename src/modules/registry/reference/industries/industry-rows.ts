import type { Name } from '#platform/i18n/name.schema.ts';
import { searchTextOf } from '#platform/text/folding.ts';
import type { CodeSystemRow, IndustryMappingRow, IndustryRow } from '../reference-rows.ts';
import { gbt4754 } from './gbt4754.ts';
import { isic4 } from './isic4.ts';
import { readOutline } from './outline.ts';
import { sectionLinks } from './section-mapping.ts';
import { sei } from './sei.ts';

interface Classification {
  system: CodeSystemRow;
  outline: string;
  levels: readonly [string, string];
  /** Whether ids carry the section letter before the division's number: `gbt4754:C40`. */
  lettered: boolean;
}

const statisticsBureau: Name = { zh: '国家统计局', en: 'National Bureau of Statistics of China' };
const industry = { kind: 'industry', valid_until: null, sample: false, built_in: true } as const;

const classifications: readonly Classification[] = [
  {
    system: { ...industry, id: 'gbt4754', name: { zh: '国民经济行业分类', en: 'Industrial classification for national economic activities' }, issuer: statisticsBureau, edition: '2017', source: 'GB/T 4754—2017', valid_from: '2017-10-01' },
    outline: gbt4754, levels: ['section', 'division'], lettered: true,
  },
  {
    system: { ...industry, id: 'sei', name: { zh: '战略性新兴产业分类', en: 'Classification of strategic emerging industries' }, issuer: statisticsBureau, edition: '2018', source: '国家统计局令第23号《战略性新兴产业分类（2018）》', valid_from: null },
    outline: sei, levels: ['field', 'group'], lettered: false,
  },
  {
    system: { ...industry, id: 'isic4', name: { zh: '所有经济活动的国际标准行业分类', en: 'International Standard Industrial Classification of All Economic Activities' }, issuer: { zh: '联合国', en: 'United Nations' }, edition: 'Rev. 4', source: 'UN ISIC Rev. 4 (2008)', valid_from: null },
    outline: isic4, levels: ['section', 'division'], lettered: true,
  },
  {
    system: { ...industry, id: 'nace2', name: { zh: '欧盟经济活动统计分类', en: 'Statistical classification of economic activities in the European Community' }, issuer: { zh: '欧盟', en: 'European Union' }, edition: 'Rev. 2', source: 'NACE Rev. 2, Regulation (EC) No 1893/2006', valid_from: null },
    outline: isic4, levels: ['section', 'division'], lettered: true,
  },
];

function rowsOf({ system, outline, levels, lettered }: Classification): IndustryRow[] {
  return readOutline(outline).map(({ code, name, parentCode }) => {
    const id = `${system.id}:${lettered ? (parentCode ?? '') : ''}${code}`;
    const parent = parentCode === null ? null : `${system.id}:${parentCode}`;
    const search = searchTextOf({ names: [name], codes: [id.slice(system.id.length + 1)] });
    return {
      id, code_system_id: system.id, code, name, level: parent === null ? levels[0] : levels[1], parent_id: parent,
      ancestors: parent === null ? [id] : [parent, id], valid_from: null, valid_until: null, successor_id: null,
      search_text: search.text, grams: search.grams,
    };
  });
}

function mappingsOf(industries: readonly IndustryRow[]): IndustryMappingRow[] {
  const typed = sectionLinks.flatMap(({ from, to, relation }) =>
    ['isic4', 'nace2'].map((system) => ({ from_id: `gbt4754:${from}`, to_id: `${system}:${to}`, relation, source: 'Typed by comparing the divisions of GB/T 4754—2017 and ISIC Rev. 4' })),
  );
  const alike = industries
    .filter((row) => row.code_system_id === 'isic4')
    .map((row) => ({ from_id: row.id, to_id: row.id.replace('isic4:', 'nace2:'), relation: 'exact' as const, source: 'NACE Rev. 2, Regulation (EC) No 1893/2006' }));
  return [...typed, ...alike];
}

/** GB/T 4754 and strategic emerging industries in both languages, ISIC and NACE for comparison abroad. */
export function buildIndustries(): { systems: CodeSystemRow[]; industries: IndustryRow[]; mappings: IndustryMappingRow[] } {
  const industries = classifications.flatMap(rowsOf);
  return { systems: classifications.map(({ system }) => system), industries, mappings: mappingsOf(industries) };
}
