export const ellisonGlaeserMethod = { id: 'ellison-glaeser', version: '1.0.0' } as const;

/** Plants of one industry, by the number of their region, against the shares of the regions in all employment. */
export interface Plants {
  employment: Float64Array;
  region: Int32Array;
}

const powerSum = (values: Float64Array, power: number): number => values.reduce((sum, value) => sum + value ** power, 0);

/** Shares of the regions in the employment of the plants. */
export function regionShares({ employment, region }: Plants, regions: number): Float64Array {
  const shares = new Float64Array(regions);
  let all = 0;
  for (let at = 0; at < employment.length; at += 1) {
    shares[region[at] as number] = (shares[region[at] as number] as number) + (employment[at] as number);
    all += employment[at] as number;
  }
  return shares.map((sum) => sum / all);
}

/** Shares of the plants in the industry. */
const plantShares = ({ employment }: Plants): Float64Array => {
  const all = powerSum(employment, 1);
  return employment.map((one) => one / all);
};

/** Employment-weighted concentration of an industry. */
export interface Agglomeration {
  /** γ = (G − (1 − Σx²)H) / ((1 − Σx²)(1 − H)): 0 as if plants were placed by chance, > 0.05 strong in the authors' reading. NaN for one plant or one region. */
  gamma: number;
  /** Raw concentration Σ_r (s_r − x_r)². */
  G: number;
  /** Herfindahl index of the plants. */
  H: number;
  /** (G − E G) / √Var G under placement by chance. NaN where the variance is 0. */
  z: number;
  plants: number;
}

/**
 * Ellison–Glaeser index of one industry. `x`: shares of the regions in all employment, summing to 1.
 * Var G = 2[H²(X₂ − 2X₃ + X₂²) − Σz⁴(X₂ − 4X₃ + 3X₂²)], X_k = Σx^k. Cost O(plants + regions). Ellison, Glaeser 1997.
 */
export function ellisonGlaeser(plants: Plants, x: Float64Array): Agglomeration {
  const s = regionShares(plants, x.length);
  const z = plantShares(plants);
  const G = s.reduce((sum, share, at) => sum + (share - (x[at] as number)) ** 2, 0);
  const H = powerSum(z, 2);
  const [x2, x3] = [powerSum(x, 2), powerSum(x, 3)];
  const expected = (1 - x2) * H;
  const variance = 2 * (H * H * (x2 - 2 * x3 + x2 * x2) - powerSum(z, 4) * (x2 - 4 * x3 + 3 * x2 * x2));
  const spread = (1 - x2) * (1 - H);
  return { gamma: spread > 0 ? (G - expected) / spread : NaN, G, H, z: variance > 0 ? (G - expected) / Math.sqrt(variance) : NaN, plants: plants.employment.length };
}

/** γ_MS = ((Σs² − Σx²)/(1 − Σx²) − H)/(1 − H). Maurel, Sédillot 1999. */
export function maurelSedillot(plants: Plants, x: Float64Array): number {
  const H = powerSum(plantShares(plants), 2);
  const x2 = powerSum(x, 2);
  return H < 1 && x2 < 1 ? ((powerSum(regionShares(plants, x.length), 2) - x2) / (1 - x2) - H) / (1 - H) : NaN;
}

/** Coagglomeration of two industries, γᶜ = Σ_r (s_ri − x_r)(s_rj − x_r) / (1 − Σx²). Ellison, Glaeser, Kerr 2010. */
export function coagglomeration(left: Float64Array, right: Float64Array, x: Float64Array): number {
  const x2 = powerSum(x, 2);
  if (!(x2 < 1)) return NaN;
  return x.reduce((sum, share, at) => sum + ((left[at] as number) - share) * ((right[at] as number) - share), 0) / (1 - x2);
}
