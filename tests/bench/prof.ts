import SQLite from "better-sqlite3";
const acc = new Map<string, [number, number, number]>();
const probe = new SQLite(":memory:");
const proto = Object.getPrototypeOf(probe.prepare("select 1"));
for (const m of ["run", "all", "iterate"]) {
  const old = proto[m];
  proto[m] = function (...a: any[]) {
    const t = performance.now();
    try { return old.apply(this, a); } finally {
      const d = performance.now() - t;
      const k = this.source.slice(0, 110);
      const e = acc.get(k) ?? [0, 0, 0];
      acc.set(k, [e[0] + d, e[1] + 1, Math.max(e[2], d)]);
    }
  };
}
const { printFanOut } = await import("./fan-out.ts");
await printFanOut(1000, Number(process.argv[2] ?? 200000));
for (const [k, [t, n, mx]] of [...acc].toSorted((a, b) => b[1][0] - a[1][0]).slice(0, 14))
  console.log(t.toFixed(0).padStart(7), String(n).padStart(5), mx.toFixed(1).padStart(6), k.replace(/\s+/g, " "));
