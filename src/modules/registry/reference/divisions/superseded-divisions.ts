/**
 * Codes that boundaries and older files still use. They stay in the tables with their successor, so that a record under
 * an old code can be read, and are offered nowhere. `samePlace`: the area did not change, so the successor's outline may
 * be drawn from the old code's.
 */
export interface SupersededDivision {
  code: string;
  name: string;
  successor: string;
  samePlace: boolean;
  validUntil: string | null;
}

/** Counties by `old code, old name, code today`; most kept their ground when their prefecture got a new code. */
const counties = (lines: string): SupersededDivision[] =>
  lines.trim().split('\n').map((line) => {
    const [code = '', name = '', successor = ''] = line.trim().split(' ');
    return { code, name, successor, samePlace: false, validUntil: null };
  });

export const supersededDivisions: readonly SupersededDivision[] = [
  // Laiwu became part of Jinan; the State Council agreed at the end of 2018.
  { code: '371200', name: '莱芜市', successor: '370100', samePlace: false, validUntil: '2018-12-31' },
  { code: '469003', name: '儋州市', successor: '460400', samePlace: true, validUntil: null },
  { code: '542200', name: '山南地区', successor: '540500', samePlace: true, validUntil: null },
  { code: '542400', name: '那曲地区', successor: '540600', samePlace: true, validUntil: null },
  { code: '542600', name: '林芝地区', successor: '540400', samePlace: true, validUntil: null },
  { code: '652100', name: '吐鲁番地区', successor: '650400', samePlace: true, validUntil: null },
  { code: '652200', name: '哈密地区', successor: '650500', samePlace: true, validUntil: null },
  { code: '542100', name: '昌都地区', successor: '540300', samePlace: true, validUntil: null },
  { code: '542300', name: '日喀则地区', successor: '540200', samePlace: true, validUntil: null },
  { code: '522200', name: '铜仁地区', successor: '520600', samePlace: true, validUntil: null },
  { code: '522400', name: '毕节地区', successor: '520500', samePlace: true, validUntil: null },
  { code: '632100', name: '海东地区', successor: '630200', samePlace: true, validUntil: null },
  // Chaohu was divided among Hefei, Wuhu and Ma'anshan; only the province still holds all of it.
  { code: '341400', name: '巢湖市', successor: '340000', samePlace: false, validUntil: null },
  // Counties that became districts or cities, or were divided among neighbours; the dates of their codes are not typed here.
  { code: '330103', name: '下城区', successor: '330102', samePlace: false, validUntil: null },
  { code: '330104', name: '江干区', successor: '330102', samePlace: false, validUntil: null },
  { code: '350402', name: '梅列区', successor: '350404', samePlace: false, validUntil: null },
  { code: '350403', name: '三元区', successor: '350404', samePlace: false, validUntil: null },
  { code: '350427', name: '沙县', successor: '350405', samePlace: false, validUntil: null },
  { code: '350625', name: '长泰县', successor: '350605', samePlace: false, validUntil: null },
  { code: '350681', name: '龙海市', successor: '350604', samePlace: false, validUntil: null },
  { code: '410306', name: '吉利区', successor: '410308', samePlace: false, validUntil: null },
  { code: '410322', name: '孟津县', successor: '410308', samePlace: false, validUntil: null },
  { code: '410381', name: '偃师市', successor: '410307', samePlace: false, validUntil: null },
  { code: '431121', name: '祁阳县', successor: '431181', samePlace: false, validUntil: null },
  { code: '450127', name: '横县', successor: '450181', samePlace: false, validUntil: null },
  { code: '513425', name: '会理县', successor: '513402', samePlace: false, validUntil: null },
  { code: '520522', name: '黔西县', successor: '520581', samePlace: false, validUntil: null },
  { code: '532331', name: '禄丰县', successor: '532302', samePlace: false, validUntil: null },
  { code: '610322', name: '凤翔县', successor: '610305', samePlace: false, validUntil: null },
  { code: '610928', name: '旬阳县', successor: '610981', samePlace: false, validUntil: null },
  { code: '654223', name: '沙湾县', successor: '654203', samePlace: false, validUntil: null },
  ...counties(`
    371202 莱城区 370116
    371203 钢城区 370117
    341402 居巢区 340181
    341421 庐江县 340124
    341422 无为县 340281
    341423 含山县 340522
    341424 和县 340523
    542121 昌都县 540302
    542122 江达县 540321
    542123 贡觉县 540322
    542124 类乌齐县 540323
    542125 丁青县 540324
    542126 察雅县 540325
    542127 八宿县 540326
    542128 左贡县 540327
    542129 芒康县 540328
    542132 洛隆县 540329
    542133 边坝县 540330
    542221 乃东县 540502
    542222 扎囊县 540521
    542223 贡嘎县 540522
    542224 桑日县 540523
    542225 琼结县 540524
    542226 曲松县 540525
    542227 措美县 540526
    542228 洛扎县 540527
    542229 加查县 540528
    542231 隆子县 540529
    542232 错那县 540530
    542233 浪卡子县 540531
    542301 日喀则市 540202
    542322 南木林县 540221
    542323 江孜县 540222
    542324 定日县 540223
    542325 萨迦县 540224
    542326 拉孜县 540225
    542327 昂仁县 540226
    542328 谢通门县 540227
    542329 白朗县 540228
    542330 仁布县 540229
    542331 康马县 540230
    542332 定结县 540231
    542333 仲巴县 540232
    542334 亚东县 540233
    542335 吉隆县 540234
    542336 聂拉木县 540235
    542337 萨嘎县 540236
    542338 岗巴县 540237
    542421 那曲县 540602
    542422 嘉黎县 540621
    542423 比如县 540622
    542424 聂荣县 540623
    542425 安多县 540624
    542426 申扎县 540625
    542427 索县 540626
    542428 班戈县 540627
    542429 巴青县 540628
    542430 尼玛县 540629
    542431 双湖县 540630
    542621 林芝县 540402
    542622 工布江达县 540421
    542623 米林县 540422
    542624 墨脱县 540423
    542625 波密县 540424
    542626 察隅县 540425
    542627 朗县 540426
    522201 铜仁市 520602
    522222 江口县 520621
    522223 玉屏侗族自治县 520622
    522224 石阡县 520623
    522225 思南县 520624
    522226 印江土家族苗族自治县 520625
    522227 德江县 520626
    522228 沿河土家族自治县 520627
    522229 松桃苗族自治县 520628
    522230 万山特区 520603
    522401 毕节市 520502
    522422 大方县 520521
    522423 黔西县 520581
    522424 金沙县 520523
    522425 织金县 520524
    522426 纳雍县 520525
    522427 威宁彝族回族苗族自治县 520526
    522428 赫章县 520527
    632121 平安县 630203
    632122 民和回族土族自治县 630222
    632123 乐都县 630202
    632126 互助土族自治县 630223
    632127 化隆回族自治县 630224
    632128 循化撒拉族自治县 630225
    652101 吐鲁番市 650402
    652122 鄯善县 650421
    652123 托克逊县 650422
    652201 哈密市 650502
    652222 巴里坤哈萨克自治县 650521
    652223 伊吾县 650522
  `),
];
