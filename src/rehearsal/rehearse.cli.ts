/** `zhuding rehearse FILE`: plays a scripted case and prints one JSON object. Reads no database and no clock. */
import { readFileSync } from 'node:fs';
import type { Pack } from '../rule/pack.ts';
import { InputError } from './input-error.ts';
import { play } from './play.ts';
import { reportOf } from './report.ts';
import { parseScript } from './script.ts';

/** What a script gives: one report, or one by bureau where several were named. Throws InputError. */
export function rehearse(json: unknown, pack: Pack): Record<string, unknown> {
  const script = parseScript(json, pack);
  const reports = script.bureaus.map(
    (bureau) => [bureau, reportOf(play(script, bureau, pack), pack)] as const,
  );
  const [only] = reports;
  return script.several || !only ? { runs: Object.fromEntries(reports) } : only[1];
}

/** Exit 0 when played, whatever was refused; 2 when the input is malformed. `print` receives the JSON. */
export function runRehearse(
  argv: readonly string[],
  pack: Pack,
  print: (text: string) => void,
  complain: (text: string) => void,
): number {
  const [file] = argv;
  if (file === undefined || argv.length !== 1) {
    complain('用法：zhuding rehearse FILE.json');
    return 2;
  }
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    complain(`读不到文件：${file}`);
    return 2;
  }
  try {
    print(JSON.stringify(rehearse(parseJson(text), pack), null, 2));
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    print(JSON.stringify({ error: { code: error.code, pointer: error.pointer } }));
    return 2;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError('input/malformed', '');
  }
}
