import { rowOf, type Matrix } from '#kernel/stats/matrix.ts';

/** 12 significant digits: logarithms and powers of two machines may differ in the digits behind. NaN is null: there is no number. */
export const rounded = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(12)) : null);

export const table = (matrix: Matrix): (number | null)[][] => Array.from({ length: matrix.rows }, (_, row) => Array.from(rowOf(matrix, row), rounded));
