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

export const supersededDivisions: readonly SupersededDivision[] = [
  // Laiwu became part of Jinan; the State Council agreed at the end of 2018.
  { code: '371200', name: '莱芜市', successor: '370100', samePlace: false, validUntil: '2018-12-31' },
  { code: '469003', name: '儋州市', successor: '460400', samePlace: true, validUntil: null },
  { code: '542200', name: '山南地区', successor: '540500', samePlace: true, validUntil: null },
  { code: '542400', name: '那曲地区', successor: '540600', samePlace: true, validUntil: null },
  { code: '542600', name: '林芝地区', successor: '540400', samePlace: true, validUntil: null },
  { code: '652100', name: '吐鲁番地区', successor: '650400', samePlace: true, validUntil: null },
  { code: '652200', name: '哈密地区', successor: '650500', samePlace: true, validUntil: null },
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
];
