import type { Method, Operation } from '#kernel/method/method.ts';

const fieldLines = (title: string, fields: Readonly<Record<string, string>>): string[] =>
  Object.keys(fields).length === 0 ? [] : [`  ${title}`, ...Object.entries(fields).map(([name, told]) => `    ${name.padEnd(18)} ${told}`)];

const operationLines = ([name, { summary, input, params, output, source }]: [string, Operation]): string[] => [
  '', `${name}: ${summary}`, ...fieldLines('input', input), ...fieldLines('params', params ?? {}), `  value  ${output}`, `  source ${source}`,
];

/** What a method computes: every operation with the shapes and units of its fields, its options and its source. */
export function describeMethod({ id, version, title, operations }: Method): string {
  return [`${id} ${version}: ${title}`, ...Object.entries(operations).flatMap(operationLines)].join('\n');
}

export function listMethods(methods: readonly Method[]): string {
  const widest = Math.max(0, ...methods.map(({ id }) => id.length));
  return methods.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, title, operations }) => `${id.padEnd(widest)}  ${title} (${Object.keys(operations).join(', ')})`).join('\n');
}

/** The same for programs. */
export const methodFacts = ({ id, version, title, operations }: Method): unknown => ({
  id, version, title, operations: Object.fromEntries(Object.entries(operations).map(([name, { summary, input, params, output, source }]) => [name, { summary, input, params: params ?? {}, output, source }])),
});
