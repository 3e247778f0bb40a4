/** Program log: one JSON line an event on standard error; standard output stays for people. */
import { pino, type Logger as PinoLogger } from 'pino';

export type Logger = PinoLogger;

/** `level` as pino knows them. */
export function openLog(level: string): Logger {
  return pino(
    { level, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    pino.destination(2),
  );
}
