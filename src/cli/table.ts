/** Rows as columns of even width, for a terminal. */
export function printTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  print: (line: string) => void,
): void {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? "").length)),
  );
  for (const row of all) {
    print(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}
