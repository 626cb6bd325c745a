/** Of the editions of a rule, the one in force on a day: the last that has begun. */
export function inForceOn<Edition extends { validFrom: string }>(editions: readonly Edition[], day: string): Edition | null {
  return editions.filter(({ validFrom }) => validFrom <= day).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
