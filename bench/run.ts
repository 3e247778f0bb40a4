/** One bench in a process of its own: `node --import tsx bench/run.ts <name>`. Its figures go to the parent, or as JSON to standard output. */
import process from 'node:process';
import type { Bench } from './figure.ts';

const [name = ''] = process.argv.slice(2);
// Every bench exports this, see `figure.ts`.
const { bench } = (await import(`./${name}.ts`)) as { readonly bench: Bench };
const figures = await bench();
if (process.send) process.send(figures);
else process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (process.connected) process.disconnect();
