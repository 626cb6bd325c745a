import type { ImportTarget, RowReason } from '#platform/module/module.ts';

/** Remarks that more than one target makes about a row, in the words shown on screen, on the command line and in the file of rejects. */
export const sharedReasons = {
  nameMissing: { zh: '没有名称。', en: 'The name is missing.' },
  nameTooLong: { zh: '名称超过 200 个字符。', en: 'The name is longer than 200 characters.' },
  textCut: { zh: '文字超过 {{limit}} 个字符，已截断。', en: 'The text is longer than {{limit}} characters and was cut.', short: { zh: '文字过长，已截断', en: 'Text too long, cut' } },
  choiceUnknown: { zh: '“{{value}}”无法识别。可填：{{allowed}}。', en: '“{{value}}” is not known. Use one of: {{allowedEn}}.', short: { zh: '填写的选项无法识别', en: 'Choice not known' } },
  choiceMissing: { zh: '没有填写。可填：{{allowed}}。', en: 'Nothing is given. Use one of: {{allowedEn}}.', short: { zh: '必填选项为空', en: 'Required choice missing' } },
  choiceLeftEmpty: { zh: '“{{value}}”无法识别，已留空。可填：{{allowed}}。', en: '“{{value}}” is not known; left empty. Use one of: {{allowedEn}}.', short: { zh: '选项无法识别，已留空', en: 'Choice not known, left empty' } },
  dateUnreadable: { zh: '日期“{{value}}”无法识别。请写作 2022-08-09 或 2022年8月9日。', en: 'The date “{{value}}” cannot be read. Write 2022-08-09.', short: { zh: '日期无法识别', en: 'Date cannot be read' } },
  dateWidened: { zh: '“{{value}}”没有写到日，按 {{date}} 记录。', en: '“{{value}}” names no day; kept as {{date}}.', short: { zh: '日期没有写到日', en: 'Date without a day' } },
  yearUnreadable: { zh: '年份“{{value}}”无法识别，已留空。', en: 'The year “{{value}}” cannot be read; left empty.', short: { zh: '年份无法识别', en: 'Year cannot be read' } },
  numberUnreadable: { zh: '“{{value}}”不是数值，已留空。', en: '“{{value}}” is not a number; left empty.', short: { zh: '数值无法识别', en: 'Number cannot be read' } },
  periodReversed: { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' },
  usccLength: { zh: '统一社会信用代码应为 18 位，现为 {{length}} 位。', en: 'A unified social credit code has 18 characters; this one has {{length}}.', short: { zh: '统一社会信用代码位数不对', en: 'Credit code of the wrong length' } },
  usccCharacter: { zh: '统一社会信用代码“{{value}}”含有不允许的字符。', en: 'The unified social credit code “{{value}}” has characters that are not allowed.', short: { zh: '统一社会信用代码含不允许的字符', en: 'Credit code with characters not allowed' } },
  usccCheckDigit: { zh: '统一社会信用代码“{{value}}”的校验位不符，前 17 位对应的代码为 {{suggestion}}。', en: 'The check character of “{{value}}” does not fit; the first 17 characters ask for {{suggestion}}.', short: { zh: '统一社会信用代码校验位不符', en: 'Credit code whose check character does not fit' } },
  organisationMissing: { zh: '没有写明是哪家机构：名称和代码都为空。', en: 'No organisation is named: name and codes are empty.' },
  organisationUnknown: { zh: '登记册中没有机构“{{name}}”。请先导入机构，或核对名称与代码。', en: 'The register has no organisation “{{name}}”. Import it first, or check name and code.', short: { zh: '登记册中没有这家机构', en: 'Organisation not in the register' } },
  organisationUnsure: { zh: '“{{name}}”可能是 {{count}} 家机构之一，请选择。', en: '“{{name}}” may be one of {{count}} organisations. Please choose.', short: { zh: '机构需要选定', en: 'Organisation to be chosen' } },
  organisationChosen: { zh: '机构由人工选定：{{name}}。', en: 'Organisation chosen by a person: {{name}}.', short: { zh: '机构由人工选定', en: 'Organisation chosen by a person' } },
  organisationDeclined: { zh: '人工确认：候选机构都不是。', en: 'A person decided: none of the candidates.' },
  codeHeld: { zh: '这个代码已属于你无权查看的一条记录。', en: 'This code belongs to a record that you may not see.' },
  clusterMissing: { zh: '没有写明是哪个集群。', en: 'No cluster is named.' },
  clusterUnknown: { zh: '没有集群“{{name}}”。请先导入集群，或核对名称。', en: 'There is no cluster “{{name}}”. Import it first, or check the name.', short: { zh: '没有这个集群', en: 'Cluster not known' } },
  clusterUnsure: { zh: '有 {{count}} 个集群叫“{{name}}”，请写全名。', en: '{{count}} clusters are called “{{name}}”. Write the full name.', short: { zh: '集群名称对应多个集群', en: 'Several clusters of this name' } },
  repeatedInFile: { zh: '与第 {{row}} 行是同一条。', en: 'The same as row {{row}}.', short: { zh: '文件内重复', en: 'Repeated in the file' } },
  alreadyThere: { zh: '已有这条记录，保持不变。', en: 'This is there already and stays as it is.' },
  differsFromRegister: { zh: '已有这条记录，但内容不同（{{fields}}），保持不变。', en: 'This is there already with other content ({{fieldsEn}}) and stays as it is.', short: { zh: '已有记录，内容不同', en: 'There already, with other content' } },
  placeFound: { zh: '只对应一个地方：{{place}}。', en: 'One place fits: {{placeEn}}.', short: { zh: '地名只对应一个地方', en: 'One place fits' } },
  placeChosen: { zh: '所在地由人工选定：{{place}}。', en: 'Place chosen by a person: {{placeEn}}.', short: { zh: '所在地由人工选定', en: 'Place chosen by a person' } },
  placeDeclined: { zh: '人工确认：候选地都不是。', en: 'A person decided: none of the candidate places.' },
  cityAmbiguous: { zh: '“{{city}}”对应 {{count}} 个地方，未选定前只记到上一级。', en: '“{{city}}” can be {{count}} places; until one is chosen only the wider place is kept.', short: { zh: '地名对应多个地方', en: 'Several places fit' } },
  cityUnknown: { zh: '行政区划中没有“{{city}}”。', en: 'No division is called “{{city}}”.', short: { zh: '行政区划中没有这个地名', en: 'No division of this name' } },
  countryUnknown: { zh: '没有国家或地区“{{country}}”。', en: 'No country or region is called “{{country}}”.', short: { zh: '国家或地区无法识别', en: 'Country or region not known' } },
  provinceUnknown: { zh: '没有省级地区“{{province}}”。', en: 'No province is called “{{province}}”.', short: { zh: '省份无法识别', en: 'Province not known' } },
  provinceDisagrees: { zh: '“{{city}}”不在“{{province}}”。', en: '“{{city}}” is not in “{{province}}”.', short: { zh: '城市与省份矛盾', en: 'City and province disagree' } },
  placeMissing: { zh: '没有写明地点。', en: 'No place is given.' },
  territoryCodeUnknown: { zh: '行政区划代码“{{value}}”不存在。', en: 'There is no administrative code “{{value}}”.', short: { zh: '行政区划代码不存在', en: 'Administrative code not known' } },
  codeSuperseded: { zh: '行政区划代码 {{value}} 已停用，现为{{place}}。', en: 'Administrative code {{value}} is no longer used; today it is {{placeEn}}.', short: { zh: '旧行政区划代码，已换成现行代码', en: 'Old administrative code, read as today’s' } },
  pinUnreadable: { zh: '坐标“{{value}}”无法识别，已留空。', en: 'The coordinates “{{value}}” cannot be read; left empty.', short: { zh: '坐标无法识别', en: 'Coordinates cannot be read' } },
  pinHalf: { zh: '经度和纬度只填了一个，已留空。', en: 'Only one of longitude and latitude is given; left empty.' },
  pinZero: { zh: '坐标为 0, 0，不是实际位置，已留空。', en: 'The coordinates are 0, 0, which is no position; left empty.' },
  pinProjected: { zh: '坐标“{{value}}”像是以米为单位的投影坐标，不是经纬度，已留空。', en: 'The coordinates “{{value}}” look like projected metres, not degrees; left empty.', short: { zh: '投影坐标，不是经纬度', en: 'Projected metres, not degrees' } },
  pinOutOfRange: { zh: '坐标“{{value}}”超出经纬度范围，已留空。', en: 'The coordinates “{{value}}” are out of range; left empty.', short: { zh: '坐标超出范围', en: 'Coordinates out of range' } },
  pinSwapped: { zh: '经度与纬度像是填反了（{{value}}），请核对。', en: 'Longitude and latitude look exchanged ({{value}}). Please check.', short: { zh: '经纬度像是填反了', en: 'Longitude and latitude look exchanged' } },
  pinOutside: { zh: '坐标不在{{place}}境内，相距约 {{distance}} 公里。坐标保留，地图上不显示。', en: 'The coordinates lie about {{distance}} km outside {{placeEn}}. They are kept, and not drawn on maps.', short: { zh: '坐标不在所填地区境内', en: 'Coordinates outside the place given' } },
  outsideMandate: { zh: '不在你的职责范围内。', en: 'Outside your mandate.' },
} as const satisfies ImportTarget['reasons'];
export type SharedReason = keyof typeof sharedReasons;

/** Remarks that only tell what happened; a row with nothing else is ready. */
const quiet: ReadonlySet<string> = new Set<SharedReason>(['placeFound', 'placeChosen', 'organisationChosen', 'alreadyThere', 'dateWidened', 'codeSuperseded']);
export const isQuiet = (reasons: readonly RowReason[]): boolean => reasons.every(({ reason }) => quiet.has(reason));

export const say = (reason: SharedReason, field: string, params: Record<string, string | number> = {}): RowReason => ({ reason, field, ...(Object.keys(params).length > 0 && { params }) });
