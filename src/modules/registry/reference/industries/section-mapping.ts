export interface SectionLink {
  from: string;
  to: string;
  relation: 'exact' | 'partial';
}

// A section of GB/T 4754—2017 → sections of ISIC Rev. 4 (NACE Rev. 2 alike) that hold at least one of its divisions.
// Why more than one: C42 recovery of waste and D46 water are E there; L72 spreads over M and N; N77–N79 over E, N, O and
// R; O80 over N, S and T, O81 over G and S; R86–R87 are J; S95 is S.
const sections: Readonly<Record<string, string>> = {
  A: 'A', B: 'B', C: 'CE', D: 'DE', E: 'F', F: 'G', G: 'H', H: 'I', I: 'J', J: 'K', K: 'L', L: 'MN', M: 'M',
  N: 'ENOR', O: 'GNST', P: 'P', Q: 'Q', R: 'JR', S: 'OS', T: 'U',
};

/** Only international organisations have the same content in both; everything else agrees in the main and is marked partial. */
export const sectionLinks: readonly SectionLink[] = Object.entries(sections).flatMap(([from, targets]) =>
  [...targets].map((to): SectionLink => ({ from, to, relation: from === 'T' ? 'exact' : 'partial' })),
);
