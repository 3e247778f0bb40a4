/** Watching a process's system calls, to let some of them fail. */
import { spawn, spawnSync } from 'node:child_process';

/** Whether strace is here and this machine lets one process watch another: containers often do not. */
export function canTrace(): boolean {
  const watched = spawn('sleep', ['10']);
  const { stderr } = spawnSync(
    'timeout',
    ['1', 'strace', '-e', 'trace=none', '-p', String(watched.pid)],
    { encoding: 'utf8' },
  );
  watched.kill();
  return stderr?.includes('attached') === true;
}
