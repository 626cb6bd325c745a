const runs = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const plainNumber = /^[+-]?\d+([.,]\d+)*%?$/;

/** Spreadsheets run text that starts like a formula, in full width too; a leading apostrophe makes it text again. Plain numbers stay numbers. */
export function safeCell(value: string): string {
  return runs.test(value) && !plainNumber.test(value) ? `'${value}` : value;
}

/** What was given to `safeCell`, for tables that come back. */
export function restoredCell(value: string): string {
  return value.startsWith("'") && runs.test(value) ? value.slice(1) : value;
}
