export interface OrganisationNameParts {
  /** The name without its legal form: what people call the firm. Never empty. */
  core: string;
  /** The legal form as written in the name; null when there is none. */
  legalForm: string | null;
}

// Longest first: 股份有限公司 must not leave 股份 behind.
const chineseForms = [
  '集团股份有限公司', '集团有限责任公司', '集团有限公司', '（集团）股份有限公司', '(集团)股份有限公司', '（集团）有限公司', '(集团)有限公司',
  '集團股份有限公司', '集團有限公司', '股份有限公司', '有限责任公司', '有限責任公司', '特殊普通合伙', '普通合伙', '有限合伙', '（有限合伙）', '(有限合伙)',
  '总公司', '總公司', '有限公司', '集团公司', '集团', '集團', '公司',
].toSorted((a, b) => b.length - a.length);

const latinForms = [
  'company limited', 'corporation', 'incorporated', 'co limited', 'co ltd', 'pte ltd', 'pty ltd', 'pvt ltd', 'sdn bhd', 'gmbh & co kg', 'gmbh & co kgaa',
  'ggmbh', 'gmbh', 'kgaa', 'limited', 'group', 'holdings', 'ltd', 'inc', 'corp', 'llc', 'llp', 'plc', 'ag', 'se', 'kg', 'ohg', 'ug', 'ev', 'eg',
  'sarl', 'sas', 'sa', 'spa', 'srl', 'sl', 'bv', 'nv', 'ab', 'as', 'asa', 'aps', 'oy', 'oyj', 'kk', 'kabushiki kaisha', 'co',
].toSorted((a, b) => b.length - a.length);

// Full stops and commas are optional in every form: "Co., Ltd.", "Co Ltd", "S.p.A.", "e.V.".
const latinPatterns = latinForms.map((form) => {
  const body = form
    .split(' ')
    .map((word) => (word === '&' ? '&' : [...word].join('\\.?')))
    .join('[\\s.,]*');
  return new RegExp(`[\\s,，]+(${body})\\.?$`, 'iu');
});

function stripChinese(name: string): OrganisationNameParts | null {
  const form = chineseForms.find((candidate) => name.endsWith(candidate) && name.length > candidate.length);
  return form ? { core: name.slice(0, -form.length).trim(), legalForm: form } : null;
}

function stripLatin(name: string): OrganisationNameParts | null {
  for (const pattern of latinPatterns) {
    const found = pattern.exec(name);
    if (found?.[1] && found.index > 0) return { core: name.slice(0, found.index).trim(), legalForm: name.slice(found.index).replace(/^[\s,，]+/u, '') };
  }
  return null;
}

/**
 * Splits the legal form off the end of an organisation's name: 广东精密仪器股份有限公司 → 广东精密仪器 + 股份有限公司,
 * `Harting Group Co., Ltd.` → `Harting` + `Group Co., Ltd.`. Forms are taken off as long as one is left at the end and a
 * name remains before it. Only the end is looked at, and nothing else is changed: place and trade stay in the core,
 * since they tell firms apart.
 */
export function splitOrganisationName(raw: string): OrganisationNameParts {
  const name = raw.normalize('NFKC').trim().replace(/\s+/gu, ' ');
  let core = name;
  for (let step = stripChinese(core) ?? stripLatin(core); step !== null; step = stripChinese(core) ?? stripLatin(core)) {
    if (step.core === '') break;
    core = step.core;
  }
  const legalForm = name.slice(core.length).replace(/^[\s,，]+/u, '');
  return { core, legalForm: legalForm === '' ? null : legalForm };
}
