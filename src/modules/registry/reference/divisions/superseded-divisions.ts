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
];
