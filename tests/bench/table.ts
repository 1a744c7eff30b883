/** Tables as the README has them. */
export function table(head: readonly string[]): void {
  print("");
  row(head);
  row(head.map(() => "---"));
}

export function row(cells: readonly (string | number)[]): void {
  print(`| ${cells.map(grouped).join(" | ")} |`);
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function grouped(cell: string | number): string {
  return typeof cell === "number" ? cell.toLocaleString("en") : cell;
}

/** Of values in any order; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

/** MB before and at most. */
export function memory(before: number, most: number): string {
  return `${before.toFixed(0)}, ${most.toFixed(0)}`;
}
