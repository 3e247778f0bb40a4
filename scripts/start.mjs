/** `npm start`: installs, builds, and runs a command of the program, `serve` unless another is named. */
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const say = (line) => void process.stdout.write(`${line}\n`);

ensureInstalled(root, say);
await build(root, say);
const [command = 'serve', ...rest] = process.argv.slice(2);
process.argv.splice(2, process.argv.length, command, ...rest);
await import('../dist/zhuding.js');
