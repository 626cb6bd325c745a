import type { ImportTarget } from '#platform/module/module.ts';

export const contactFields: ImportTarget['fields'] = [
  { key: 'organisationCode', label: { zh: '统一社会信用代码', en: 'Organisation code' }, required: false, kind: 'code', hints: ['统一社会信用代码', '信用代码', '单位代码', '企业代码', 'uscc', 'organisation code', 'code'], example: '91350100M000100Y43' },
  { key: 'organisationName', label: { zh: '单位名称', en: 'Organisation' }, required: false, hints: ['单位名称', '企业名称', '单位', '企业', '公司名称', 'organisation', 'company', 'firm'], example: '样例精密机械有限公司', note: { zh: '代码与名称至少填一项；有代码时按代码。', en: 'Code or name; where both stand, the code decides.' } },
  { key: 'name', label: { zh: '联系人', en: 'Person' }, required: true, hints: ['联系人', '填报人', '姓名', '联系人姓名', 'person', 'contact', 'name'], example: '李敏' },
  { key: 'phone', label: { zh: '手机', en: 'Phone' }, required: false, hints: ['手机', '手机号', '手机号码', '联系电话', '电话', 'phone', 'mobile'], example: '13800000000', note: { zh: '手机与邮箱至少填一项，验证码发到这里。', en: 'Phone or mail: the code is sent there.' } },
  { key: 'mail', label: { zh: '邮箱', en: 'Mail' }, required: false, hints: ['邮箱', '电子邮箱', '邮件', 'mail', 'email', 'e-mail'], example: 'clerk@example.org' },
  { key: 'duty', label: { zh: '职务', en: 'Duty' }, required: false, hints: ['职务', '岗位', '部门', 'duty', 'role', 'position'], example: '统计员' },
];

export const contactGroups: ImportTarget['groups'] = [
  { key: 'newContact', label: { zh: '新的联系人', en: 'New reporters' }, written: true },
  { key: 'known', label: { zh: '已有，不变', en: 'Known already' }, written: false },
  { key: 'rejected', label: { zh: '不能写入', en: 'Refused' }, written: false },
];

export const contactReasons = {
  organisationMissing: { zh: '没有单位名称，也没有代码。', en: 'Neither the firm’s name nor its code is given.', short: { zh: '缺单位', en: 'No firm' } },
  organisationUnknown: { zh: '登记册中没有您可管理的单位“{{name}}”。', en: 'The register has no firm “{{name}}” in your reach.', short: { zh: '单位不在登记册', en: 'Firm unknown' } },
  organisationUnsure: { zh: '有几家同名单位，请选定。', en: 'Several firms have this name; choose one.', short: { zh: '单位同名', en: 'Several firms' } },
  codeWrong: { zh: '“{{value}}”不是正确的统一社会信用代码。', en: '“{{value}}” is no valid unified social credit code.', short: { zh: '代码有误', en: 'Code wrong' } },
  nameMissing: { zh: '没有联系人姓名。', en: 'The person’s name is missing.', short: { zh: '缺姓名', en: 'No name' } },
  phoneWrong: { zh: '“{{value}}”不是电话号码。', en: '“{{value}}” is no phone number.', short: { zh: '号码有误', en: 'Phone wrong' } },
  mailWrong: { zh: '“{{value}}”不是邮箱地址。', en: '“{{value}}” is no mail address.', short: { zh: '邮箱有误', en: 'Mail wrong' } },
  unreachable: { zh: '手机和邮箱都没有，验证码无处可发。', en: 'Neither phone nor mail: a code can be sent nowhere.', short: { zh: '无法联系', en: 'Unreachable' } },
  alreadyThere: { zh: '这家单位已有此联系人。', en: 'The firm has this reporter already.', quiet: true },
  repeatedInFile: { zh: '与第 {{row}} 行相同。', en: 'The same as row {{row}}.', quiet: true },
} as const satisfies ImportTarget['reasons'];
