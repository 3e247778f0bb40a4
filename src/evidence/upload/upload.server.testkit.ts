/** The server of the tests in a process of its own, to be killed: says its address to the parent. Argument: folder. */

import { startServer } from './upload.testkit.ts';

const server = await startServer({ folder: process.argv[2] ?? '', patience: 300 });
process.send?.(server.origin);
