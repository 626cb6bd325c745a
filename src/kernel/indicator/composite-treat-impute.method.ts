import { fault, type Fields } from '../method/fields.ts';
import type { Method, Operation } from '../method/method.ts';
import type { Matrix } from '../stats/matrix.ts';
import { impute } from './impute/impute.ts';
import type { Imputation, ImputationMethod } from './impute/imputation.ts';
import { imputePanel } from './impute/panel.ts';
import { screen } from './impute/screen.ts';
import { readTable, tableInput, type SentTable } from './read-table.ts';
import { momentsOf } from './treat/moments.ts';
import { transform, treat } from './treat/treat.ts';
import { defaultTreatment, treatmentRecordOf, type Transformation, type Treatment } from './treat/treatment.ts';
import type { Doubt } from './workspace.ts';

const transformations: { readonly [Name in Transformation['method']]: (params: Fields) => Transformation } = {
  'log-ct': () => ({ method: 'log-ct' }),
  'log-shift1': () => ({ method: 'log-shift1' }),
  log: () => ({ method: 'log' }),
  boxcox: (params) => ({ method: 'boxcox', lambda: params.number('lambda', 0) }),
};
const transformationNames = Object.keys(transformations) as Transformation['method'][];

const treatmentOf = (params: Fields, fallback: Transformation | null): Treatment => ({
  winmax: params.whole('winmax', 0, defaultTreatment.winmax),
  skewLimit: params.number('skewThresh', defaultTreatment.skewLimit),
  kurtLimit: params.number('kurtThresh', defaultTreatment.kurtLimit),
  fallback,
});

function groupsOf(input: Fields, rows: number): Int32Array {
  const names = input.texts('groups');
  if (names.length !== rows) fault(`input.groups must name the group of each of the ${rows} rows`);
  const numbers = new Map<string, number>();
  return Int32Array.from(names, (name) => numbers.get(name) ?? (numbers.set(name, numbers.size), numbers.size - 1));
}

type ImputationReader = (input: Fields, params: Fields, table: SentTable) => Imputation;

const imputations: { readonly [Name in ImputationMethod]: ImputationReader } = {
  none: () => ({ method: 'none' }),
  mean: () => ({ method: 'mean' }),
  median: () => ({ method: 'median' }),
  'group-mean': (input, _, { matrix }) => ({ method: 'group-mean', groups: groupsOf(input, matrix.rows) }),
  'group-median': (input, _, { matrix }) => ({ method: 'group-median', groups: groupsOf(input, matrix.rows) }),
  'row-mean': (_, params, { direction }) => ({ method: 'row-mean', normaliseFirst: params.flag('normaliseFirst', true), direction }),
  'row-median': (_, params, { direction }) => ({ method: 'row-median', normaliseFirst: params.flag('normaliseFirst', true), direction }),
};

const shapeParams = {
  winmax: `at most so many values are moved; default ${defaultTreatment.winmax}`,
  skewThresh: `passes where |skew| lies below; default ${defaultTreatment.skewLimit}`,
  kurtThresh: `or where the excess kurtosis lies below; default ${defaultTreatment.kurtLimit}`,
};
const handbook = 'OECD/JRC Handbook on Constructing Composite Indicators (2008), steps 3 and 4';

/** Treats a table; what was done to which indicator and what fails still is said in words. */
function treated(input: Fields, params: Fields, fallback: Transformation | null): { values: Matrix; nwin: Int32Array; warnings: string[] } {
  const table = readTable(input);
  const doubts: Doubt[] = [];
  const record = treatmentRecordOf(table.matrix.columns);
  const values = treat(table.matrix, treatmentOf(params, fallback), { record, doubts });
  const nwin = record.low.map((low, at) => low + (record.high[at] as number));
  const sentence = (flags: Uint8Array, when: number, what: string) => [...flags.entries()].flatMap(([at, flag]) => (flag === when ? [`${table.column(at)}: ${what}`] : []));
  const warnings = [
    ...table.columnWarnings(doubts),
    ...sentence(record.transformed, 1, 'winsorising was not enough, transformed'),
    ...sentence(record.passed, 0, 'still fails the limits of skew and kurtosis'),
  ];
  return { values, nwin, warnings };
}

const skewKurtosis: Operation = {
  summary: 'Sample-corrected skew and excess kurtosis of one indicator.',
  input: { x: 'values of one indicator, null = missing' },
  output: '{skew, kurt}; null where there are too few values (3, 4) or all are equal',
  source: 'Joanes and Gill (1998), The Statistician 47, type 2',
  compute: (input) => {
    const found = momentsOf(input.numbers('x', { missing: true }));
    return { value: found, warnings: Number.isNaN(found.skew) || Number.isNaN(found.kurt) ? ['too few different values for skew or kurtosis'] : [] };
  },
};

/** Screening, treatment of outliers and imputation of a table of indicators: OECD/JRC Handbook, steps 3 and 4. */
export const compositeTreatImpute: Method = {
  id: 'composite-treat-impute',
  version: '1',
  title: 'Treat outliers and fill gaps',
  operations: {
    'skew-kurtosis': skewKurtosis,
    winsorise: {
      summary: 'Moves extreme values to the next one, one at a time, until the indicator passes.',
      input: tableInput,
      params: shapeParams,
      output: '{values: units × indicators, nwin: how many values were moved per indicator}',
      source: handbook,
      compute: (input, params) => {
        const { values, nwin, warnings } = treated(input, params, null);
        return { value: { values, nwin }, warnings };
      },
    },
    treat: {
      summary: 'Winsorises; where that is not enough, transforms the untreated indicator.',
      input: tableInput,
      params: { ...shapeParams, f2: `${transformationNames.join(' | ')} | none; default log-ct`, lambda: 'boxcox: exponent; default 0' },
      output: '{values: units × indicators}; what was transformed stands in the warnings',
      source: handbook,
      compute: (input, params) => {
        const name = params.choice('f2', [...transformationNames, 'none'], 'log-ct');
        const { values, warnings } = treated(input, params, name === 'none' ? null : transformations[name](params));
        return { value: { values }, warnings };
      },
    },
    transform: {
      summary: 'Transforms every indicator.',
      input: tableInput,
      params: { method: 'log-ct ln(x − min + 0.01(max − min)) | log-shift1 ln(x − min + 1) | log | boxcox on x − min + 1', lambda: 'boxcox: exponent; default 0' },
      output: 'units × indicators',
      source: handbook,
      compute: (input, params) => {
        const table = readTable(input);
        const doubts: Doubt[] = [];
        const value = transform(table.matrix, transformations[params.choice('method', transformationNames)](params), { doubts });
        return { value, warnings: table.columnWarnings(doubts) };
      },
    },
    impute: {
      summary: 'Fills missing values.',
      input: { ...tableInput, groups: 'group-mean, group-median: group of each unit' },
      params: { method: Object.keys(imputations).join(' | '), normaliseFirst: 'row-mean, row-median: on min–max data, then back; default true' },
      output: 'units × indicators',
      source: handbook,
      compute: (input, params) => {
        const table = readTable(input);
        const doubts: Doubt[] = [];
        const method = params.choice('method', Object.keys(imputations) as ImputationMethod[]);
        return { value: impute(table.matrix, imputations[method](input, params, table), { doubts }), warnings: table.columnWarnings(doubts) };
      },
    },
    'impute-panel': {
      summary: "Fills gaps in each unit's series from its other times.",
      input: { unit: 'unit of each row', time: 'time of each row, as a number', columns: 'names of the columns (optional)', values: 'rows × indicators, null = missing' },
      params: { method: 'latest | constant | linear | linear-constant', maxTime: 'latest: at most so far back; without limit where absent' },
      output: '{unit, time, values}, rows in the order of the input',
      source: 'methods.md §1',
      compute: (input, params) => {
        const matrix = input.matrix('values', { missing: true });
        const unit = input.texts('unit');
        if (unit.length !== matrix.rows) fault(`input.unit must name the unit of each of the ${matrix.rows} rows`);
        const time = input.numbers('time', { length: matrix.rows });
        const method = params.choice('method', ['latest', 'constant', 'linear', 'linear-constant'], 'latest');
        const maxTime = params.has('maxTime') ? params.number('maxTime') : undefined;
        return { value: { unit, time, values: imputePanel(matrix, unit, time, { method, maxTime }) } };
      },
    },
    screen: {
      summary: 'Which units have enough data.',
      input: tableInput,
      params: { availability: 'share of indicators that must have a value; default 0', nonZero: 'share of values that must differ from zero; default 0' },
      output: '{kept: per unit, available: share, nonZero: share}',
      source: handbook,
      compute: (input, params) => {
        const { kept, ...shares } = screen(readTable(input).matrix, { availability: params.number('availability', 0), nonZero: params.number('nonZero', 0) });
        return { value: { kept: Array.from(kept, Boolean), ...shares } };
      },
    },
  },
};
