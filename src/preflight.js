// Plain JavaScript that any Node can parse: the one clear line for a wrong Node has to come
// before TypeScript is loaded or better-sqlite3 crashes on an old runtime.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 24 || (major === 24 && minor < 18)) {
  process.stderr.write(
    `mujaz: Node ${process.versions.node} is too old: expected 24.18 or newer; ` +
      "start it through npm (npm start, npm run playground), which brings its own Node.\n",
  );
  process.exit(1);
}

const { main } = await import("./main.ts");
await main();
