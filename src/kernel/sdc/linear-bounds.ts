/** Σ coefficient · variable = right. */
export interface Equation {
  terms: readonly (readonly [variable: number, coefficient: number])[];
  right: number;
}

export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

/**
 * Least and greatest value of every variable ≥ 0 under linear equations: two linear programmes each, by the simplex method on one
 * tableau (Dantzig 1963; Bland 1977 against circling). Null where nothing fulfils the equations. Infinity where nothing bounds it.
 * Cost O(variables · pivots · equations · variables): meant for up to some hundred variables.
 */
export function linearBounds(variables: number, equations: readonly Equation[]): Bounds | null {
  const scale = Math.max(1, ...equations.map(({ right }) => Math.abs(right)));
  const tableau = start(variables, equations, scale);
  if (!tableau) return null;
  const lower = new Float64Array(variables);
  const upper = new Float64Array(variables);
  for (let variable = 0; variable < variables; variable += 1) {
    upper[variable] = optimise(tableau, (at) => (at === variable ? -1 : 0)) ? valueOf(tableau, variable) * scale : Infinity;
    optimise(tableau, (at) => (at === variable ? 1 : 0));
    lower[variable] = valueOf(tableau, variable) * scale;
  }
  return { lower, upper };
}

interface Tableau {
  /** Columns that may enter the basis, the right side behind them. */
  columns: number;
  lines: Float64Array[];
  basis: number[];
}

const tiny = 1e-9;

function start(variables: number, equations: readonly Equation[], scale: number): Tableau | null {
  const columns = variables + equations.length;
  const lines = equations.map(({ terms, right }, line) => {
    const values = new Float64Array(columns + 1);
    const sign = right < 0 ? -1 : 1;
    for (const [variable, coefficient] of terms) values[variable] = (values[variable] as number) + sign * coefficient;
    values[variables + line] = 1;
    values[columns] = (sign * right) / scale;
    return values;
  });
  const tableau: Tableau = { columns, lines, basis: equations.map((_, line) => variables + line) };
  optimise(tableau, (at) => (at >= variables ? 1 : 0));
  const left = tableau.basis.reduce((sum, one, line) => sum + (one >= variables ? (tableau.lines[line]?.[columns] ?? 0) : 0), 0);
  if (left > tiny * 100 * Math.max(1, equations.length)) return null;
  // An auxiliary variable that is left at 0 goes out for any other; a line without one repeats the rest.
  for (let line = tableau.lines.length - 1; line >= 0; line -= 1) {
    if ((tableau.basis[line] as number) < variables) continue;
    const values = tableau.lines[line] as Float64Array;
    const enters = values.subarray(0, variables).findIndex((one) => Math.abs(one) > 1e-7);
    if (enters >= 0) pivot(tableau, line, enters);
    else {
      tableau.lines.splice(line, 1);
      tableau.basis.splice(line, 1);
    }
  }
  const cut = tableau.lines.map((line) => Float64Array.from({ length: variables + 1 }, (_, at) => (at < variables ? (line[at] as number) : (line[columns] as number))));
  return { columns: variables, lines: cut, basis: tableau.basis };
}

function valueOf({ basis, lines, columns }: Tableau, variable: number): number {
  const line = basis.indexOf(variable);
  return line < 0 ? 0 : Math.max(0, lines[line]?.[columns] ?? 0);
}

/** Minimises Σ cost · variable; false where it has no least. */
function optimise(tableau: Tableau, costOf: (variable: number) => number): boolean {
  const { columns, lines, basis } = tableau;
  const reduced = Float64Array.from({ length: columns }, (_, at) => costOf(at));
  for (const [line, variable] of basis.entries()) {
    const cost = costOf(variable);
    if (cost !== 0) for (let at = 0; at < columns; at += 1) reduced[at] = (reduced[at] as number) - cost * (lines[line]?.[at] ?? 0);
  }
  for (let round = 0; ; round += 1) {
    let enters = -1;
    // The steepest column first; after many rounds the first one, which cannot circle.
    for (let at = 0; at < columns; at += 1) {
      if ((reduced[at] as number) >= -tiny) continue;
      if (enters < 0 || (round < 200 && (reduced[at] as number) < (reduced[enters] as number))) enters = at;
    }
    if (enters < 0) return true;
    let leaves = -1;
    let least = Infinity;
    for (const [line, values] of lines.entries()) {
      const by = values[enters] as number;
      if (by <= tiny) continue;
      const ratio = Math.max(0, values[columns] as number) / by;
      if (ratio < least - 1e-12 || (ratio <= least + 1e-12 && leaves >= 0 && (basis[line] as number) < (basis[leaves] as number))) [least, leaves] = [Math.min(ratio, least), line];
    }
    if (leaves < 0) return false;
    pivot(tableau, leaves, enters);
    const factor = reduced[enters] as number;
    const values = lines[leaves] as Float64Array;
    for (let at = 0; at < columns; at += 1) reduced[at] = (reduced[at] as number) - factor * (values[at] as number);
  }
}

function pivot({ lines, basis, columns }: Tableau, line: number, enters: number): void {
  const own = lines[line] as Float64Array;
  const by = own[enters] as number;
  for (let at = 0; at <= columns; at += 1) own[at] = (own[at] as number) / by;
  for (const [other, values] of lines.entries()) {
    const factor = values[enters] as number;
    if (other === line || factor === 0) continue;
    for (let at = 0; at <= columns; at += 1) values[at] = (values[at] as number) - factor * (own[at] as number);
    values[enters] = 0;
  }
  basis[line] = enters;
}
