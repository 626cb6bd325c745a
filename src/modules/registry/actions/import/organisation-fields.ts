import type { ImportTarget } from '#platform/module/module.ts';

/** Columns an organisation can be read from. Hints are headers seen in the wild, the likeliest first. */
export const organisationImportFields: ImportTarget['fields'] = [
  { key: 'name', label: { zh: '名称', en: 'Name' }, required: true, hints: ['name', '名称', '企业名称', '单位名称', '公司名称', '机构名称', '组织名称', '企业全称', '公司全称', 'company name', 'organisation', 'organization', 'company', 'name zh', 'name cn', '中文名称'] },
  { key: 'nameEn', label: { zh: '英文名称', en: 'English name' }, required: false, hints: ['name en', 'english name', '英文名称', '英文名', 'name english'] },
  { key: 'type', label: { zh: '主体类型', en: 'Type' }, required: false, hints: ['type', '类型', '主体类型', '机构类型', '单位类型', 'organisation type', 'organization type'] },
  { key: 'uscc', label: { zh: '统一社会信用代码', en: 'Unified social credit code' }, required: false, hints: ['uscc', '统一社会信用代码', '社会信用代码', '信用代码', 'unified social credit code', 'credit code'] },
  { key: 'externalCode', label: { zh: '来源编号', en: 'Code in the source' }, required: false, hints: ['symbol', 'code', '编号', '代码', '证券代码', '股票代码', 'ticker', 'id', 'external code', '企业编号'] },
  { key: 'country', label: { zh: '国家或地区', en: 'Country or region' }, required: false, hints: ['country', '国家', '国家或地区', '国别', 'country or region', 'nation'] },
  { key: 'province', label: { zh: '省级地区', en: 'Province' }, required: false, hints: ['province', '省', '省份', '所在省', '省级', '省市'] },
  { key: 'city', label: { zh: '城市或区县', en: 'City or county' }, required: false, hints: ['city', '城市', '市', '所在市', '所在城市', '地市', '所在地', '区县', '所属地区', '地区', 'place', 'location'] },
  { key: 'territoryCode', label: { zh: '行政区划代码', en: 'Administrative code' }, required: false, hints: ['adcode', '行政区划代码', '区划代码', '地区代码', 'division code', 'territory code'] },
  { key: 'industryCode', label: { zh: '国民经济行业代码', en: 'Industry code (GB/T 4754)' }, required: false, hints: ['industry code', '行业代码', '国民经济行业代码', '行业分类代码'] },
  { key: 'industryLabel', label: { zh: '行业（来源用语）', en: 'Industry, in the source’s words' }, required: false, hints: ['industry', '行业', '所属行业', '行业名称', '主营行业', 'sector'] },
  { key: 'website', label: { zh: '网址', en: 'Website' }, required: false, hints: ['website', '网址', '官网', '网站', '公司网址', 'url', 'web', 'homepage'] },
  { key: 'sizeClass', label: { zh: '规模', en: 'Size' }, required: false, hints: ['size', '规模', '企业规模', 'size class'] },
  { key: 'foundedYear', label: { zh: '成立年份', en: 'Year founded' }, required: false, hints: ['founded', '成立年份', '成立时间', '成立日期', '注册时间', 'founded year', 'year founded', 'established'] },
  { key: 'description', label: { zh: '简介', en: 'Description' }, required: false, hints: ['description', '简介', '企业简介', '公司简介', '主营业务', '经营范围', 'summary', 'business'] },
  { key: 'longitude', label: { zh: '经度', en: 'Longitude' }, required: false, hints: ['longitude', '经度', 'lng', 'lon', 'long'] },
  { key: 'latitude', label: { zh: '纬度', en: 'Latitude' }, required: false, hints: ['latitude', '纬度', 'lat'] },
  { key: 'datum', label: { zh: '坐标系', en: 'Coordinate system' }, required: false, hints: ['datum', '坐标系', '坐标系统', 'crs'] },
  { key: 'address', label: { zh: '地址', en: 'Address' }, required: false, hints: ['address', '地址', '注册地址', '通讯地址', '办公地址'] },
  { key: 'state', label: { zh: '状态', en: 'State' }, required: false, hints: ['state', '状态', '经营状态', '登记状态', 'status'] },
  { key: 'delisted', label: { zh: '是否退市', en: 'Delisted' }, required: false, hints: ['delisted', '退市', '是否退市'] },
];

/** Every row lands in exactly one of these. */
export const organisationImportGroups = [
  { key: 'placed', label: { zh: '有唯一所在地', en: 'One place' }, written: true },
  { key: 'placeToChoose', label: { zh: '地名有歧义，待选定', en: 'Ambiguous place, to be chosen' }, written: true },
  { key: 'placeUnknown', label: { zh: '地名无法匹配，暂不定位', en: 'Place not found, left without one' }, written: true },
  { key: 'placeElsewhere', label: { zh: '所列国家或地区与城市需核对，暂不定位', en: 'Country or region to be checked, left without a place' }, written: true },
  { key: 'placeMissing', label: { zh: '未填城市，暂不定位', en: 'No city given, left without a place' }, written: true },
  { key: 'completed', label: { zh: '登记册中已有，补充空白项', en: 'Already in the register, empty fields filled' }, written: true },
  { key: 'matchToChoose', label: { zh: '可能已在登记册中，待判定', en: 'Perhaps in the register already, to be decided' }, written: false },
  { key: 'known', label: { zh: '登记册中已有，保持不变', en: 'Already in the register, left as it is' }, written: false },
  { key: 'notOrganisation', label: { zh: '不是机构（基金等），不写入', en: 'Not an organisation (a fund), left out' }, written: false },
  { key: 'rejected', label: { zh: '不能写入，原因见各行', en: 'Cannot be written, see each row' }, written: false },
] as const satisfies ImportTarget['groups'];
export type OrganisationImportGroup = (typeof organisationImportGroups)[number]['key'];

/** Every remark a row can get, in the words shown on screen, on the command line and in the file of rejects. */
export const organisationImportReasons = {
  nameMissing: { zh: '没有名称。', en: 'The name is missing.' },
  nameTooLong: { zh: '名称超过 200 个字符。', en: 'The name is longer than 200 characters.' },
  isFund: { zh: '这是基金而不是机构：出现“{{word}}”。', en: 'This is a fund, not an organisation: it says “{{word}}”.', short: { zh: '基金，不是机构', en: 'Funds, not organisations' } },
  typeUnknown: { zh: '主体类型“{{value}}”无法识别。可填：政府、企业、高校院所、协会、服务机构。', en: 'Type “{{value}}” is not known. Use government, enterprise, research, association or service.', short: { zh: '主体类型无法识别', en: 'Type not known' } },
  usccLength: { zh: '统一社会信用代码应为 18 位，现为 {{length}} 位。', en: 'A unified social credit code has 18 characters; this one has {{length}}.', short: { zh: '统一社会信用代码位数不对', en: 'Credit code of the wrong length' } },
  usccCharacter: { zh: '统一社会信用代码“{{value}}”含有不允许的字符。', en: 'The unified social credit code “{{value}}” has characters that are not allowed.', short: { zh: '统一社会信用代码含不允许的字符', en: 'Credit code with characters not allowed' } },
  usccCheckDigit: { zh: '统一社会信用代码“{{value}}”的校验位不符，前 17 位对应的代码为 {{suggestion}}。', en: 'The check character of “{{value}}” does not fit; the first 17 characters ask for {{suggestion}}.', short: { zh: '统一社会信用代码校验位不符', en: 'Credit code whose check character does not fit' } },
  usccRepeated: { zh: '统一社会信用代码与第 {{row}} 行相同。', en: 'Row {{row}} has the same unified social credit code.', short: { zh: '统一社会信用代码重复', en: 'Credit code used twice' } },
  codeRepeated: { zh: '来源编号与第 {{row}} 行相同。', en: 'Row {{row}} has the same code in the source.', short: { zh: '来源编号重复', en: 'Source code used twice' } },
  alreadyInRegister: { zh: '登记册中已有同一代码的机构。', en: 'The register already holds an organisation with this code.', quiet: true },
  codeWithOtherName: { zh: '登记册中同一代码的机构名称不同（{{name}}），请核对。', en: 'The register holds this code under another name ({{name}}). Please compare.', short: { zh: '同一代码在登记册中名称不同', en: 'Code held under another name' } },
  sameNameInFile: { zh: '文件中还有同名行（第 {{rows}} 行），可能是同一机构，未自动合并。', en: 'Rows {{rows}} have the same name and may be the same organisation. They are not merged.', short: { zh: '文件内同名，可能是同一机构', en: 'Same name in the file, perhaps one organisation' } },
  matchedByName: { zh: '与登记册中“{{name}}”为同一机构（把握 {{score}}%）。', en: 'The same as “{{name}}” in the register ({{score}}% sure).', short: { zh: '按名称等认出登记册中的机构', en: 'Known by name and place' }, quiet: true },
  matchConfirmed: { zh: '人工判定过：就是登记册中的“{{name}}”。', en: 'A person decided: this is “{{name}}” in the register.', short: { zh: '已由人工判定为登记册中的机构', en: 'Decided by a person' }, quiet: true },
  matchRejected: { zh: '人工判定过：登记册中的相近机构都不是它。', en: 'A person decided: none of those alike in the register.', short: { zh: '已由人工判定为另一机构', en: 'Decided by a person to be another one' }, quiet: true },
  matchUnsure: { zh: '登记册中有 {{count}} 家相近机构，最像的是“{{name}}”（{{score}}%）。请在比对台判定。', en: '{{count}} in the register are alike, the likeliest “{{name}}” ({{score}}%). Decide at the match desk.', short: { zh: '可能已在登记册中', en: 'Perhaps in the register already' } },
  fieldsFilled: { zh: '补充登记册中的空白项：{{fields}}。', en: 'Fills what the register lacks: {{fieldsEn}}.', short: { zh: '补充空白项', en: 'Empty fields filled' }, quiet: true },
  fieldsNotFilled: { zh: '登记册中缺 {{fields}}，但该机构不在你的职责范围内，未补充。', en: 'The register lacks {{fieldsEn}}, but the organisation is outside your mandate; left as it is.', short: { zh: '职责范围外，未补充', en: 'Outside your mandate, not filled' } },
  differsFromRegister: { zh: '与登记册不同，保持登记册所载：{{fields}}。', en: 'Differs from the register, which stays as it is: {{fieldsEn}}.', short: { zh: '与登记册不同，未更改', en: 'Differs from the register, left as it is' } },
  placeFound: { zh: '只对应一个地方：{{place}}。', en: 'One place fits: {{placeEn}}.', short: { zh: '地名只对应一个地方', en: 'One place fits' }, quiet: true },
  placeChosen: { zh: '所在地由人工选定：{{place}}。', en: 'Place chosen by a person: {{placeEn}}.', short: { zh: '所在地由人工选定', en: 'Place chosen by a person' }, quiet: true },
  placeDeclined: { zh: '人工确认：候选地都不是。', en: 'A person decided: none of the candidates.' },
  cityAmbiguous: { zh: '“{{city}}”对应 {{count}} 个地方，请选择。', en: '“{{city}}” can be {{count}} places. Please choose.', short: { zh: '地名对应多个地方', en: 'Several places fit' } },
  cityUnknown: { zh: '行政区划中没有“{{city}}”。', en: 'No division is called “{{city}}”.', short: { zh: '行政区划中没有这个地名', en: 'No division of this name' } },
  cityMissing: { zh: '没有填写城市。', en: 'No city is given.' },
  placeElsewhere: { zh: '国家或地区为“{{country}}”，城市为“{{city}}”，请核对。', en: 'Country or region is “{{country}}”, the city “{{city}}”. Please check.', short: { zh: '国家或地区需核对', en: 'Country or region to be checked' } },
  countryDisagrees: { zh: '“{{city}}”是中国地名（{{place}}），国家却是“{{country}}”。', en: '“{{city}}” is a place in China ({{placeEn}}), yet the country is “{{country}}”.', short: { zh: '国家与城市矛盾', en: 'Country and city disagree' } },
  cityInTwoCountries: { zh: '文件把“{{city}}”归在不同国家：{{countries}}。', en: 'The file puts “{{city}}” in different countries: {{countries}}.', short: { zh: '同一城市归在不同国家', en: 'One city in different countries' } },
  provinceDisagrees: { zh: '“{{city}}”不在“{{province}}”。', en: '“{{city}}” is not in “{{province}}”.', short: { zh: '城市与省份矛盾', en: 'City and province disagree' } },
  territoryCodeUnknown: { zh: '行政区划代码“{{value}}”不存在。', en: 'There is no administrative code “{{value}}”.', short: { zh: '行政区划代码不存在', en: 'Administrative code not known' } },
  industryCodeUnknown: { zh: '行业代码“{{value}}”不存在，已留空。', en: 'There is no industry code “{{value}}”; left empty.', short: { zh: '行业代码不存在', en: 'Industry code not known' } },
  websiteUnreadable: { zh: '网址“{{value}}”无法识别，已留空。', en: 'The website “{{value}}” cannot be read; left empty.', short: { zh: '网址无法识别', en: 'Website cannot be read' } },
  sizeUnknown: { zh: '规模“{{value}}”无法识别，已留空。可填：大型、中型、小型、微型。', en: 'Size “{{value}}” is not known; left empty. Use large, medium, small or micro.', short: { zh: '规模无法识别', en: 'Size not known' } },
  yearUnreadable: { zh: '成立年份“{{value}}”无法识别，已留空。', en: 'The year “{{value}}” cannot be read; left empty.', short: { zh: '成立年份无法识别', en: 'Year cannot be read' } },
  pinUnreadable: { zh: '坐标“{{value}}”无法识别，已留空。', en: 'The coordinates “{{value}}” cannot be read; left empty.', short: { zh: '坐标无法识别', en: 'Coordinates cannot be read' } },
  stateUnknown: { zh: '状态“{{value}}”无法识别，按存续处理。', en: 'State “{{value}}” is not known; taken as active.', short: { zh: '状态无法识别', en: 'State not known' } },
  textCut: { zh: '“{{field}}”过长，已截断。', en: '“{{field}}” is too long and was cut.', short: { zh: '文字过长，已截断', en: 'Text too long, cut' } },
  delisted: { zh: '来源标注为已退市，已记入简介。', en: 'The source marks it as delisted; noted in the description.', quiet: true },
  outsideMandate: { zh: '不在你的职责范围内。', en: 'Outside your mandate.' },
} as const satisfies ImportTarget['reasons'];
export type OrganisationImportReason = keyof typeof organisationImportReasons;

/** Remarks that only tell what happened; a row with nothing else is ready. */
export const quietReasons: ReadonlySet<string> = new Set(Object.entries(organisationImportReasons).flatMap(([reason, words]) => ('quiet' in words ? reason : [])));
