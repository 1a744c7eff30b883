import { startSimulator, type SimulatorOptions } from "../../src/simulator/simulator.ts";

// A process of its own: options as JSON in the first argument, the address on the first line out.
const options: SimulatorOptions = JSON.parse(process.argv[2] ?? "{}");
const { apiRoot } = await startSimulator(options);
process.stdout.write(`${apiRoot}\n`);
