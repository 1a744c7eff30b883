/** Excel takes a file without it for one in an old code page, and garbles the Arabic. */
const byteOrderMark = "\uFEFF";

const lineEnd = "\r\n";

// What spreadsheets may take for a formula, also in full width, also after spaces.
const formula = /^[\s]*[=+\-@＝＋－＠\t\r]/u;

/**
 * Rows as CSV (RFC 4180) in UTF-8 with a byte order mark, the first row the names of the columns. A
 * text that a spreadsheet could take for a formula, or that begins with an apostrophe, has one more
 * apostrophe before it; numbers have none. A value that is absent is an empty cell.
 */
export function toCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Partial<Record<Column, string | number>>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join(","));
  return byteOrderMark + [columns.join(","), ...lines].map((line) => line + lineEnd).join("");
}

function cell(value: string | number | undefined): string {
  if (typeof value !== "string") return value === undefined ? "" : String(value);
  const safe = formula.test(value) || value.startsWith("'") ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
