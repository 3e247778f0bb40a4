/** The text of the configuration files of an embedded cluster. Pure. */

/** Server settings by name, as postgresql.conf has them, without quotes. */
export type ServerSettings = Readonly<Record<string, string>>;

/**
 * What an acknowledged commit rests on is spelled out although it is PostgreSQL's default, so that it
 * is visible and does not follow a default that changes.
 */
const SETTINGS: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  password_encryption: 'scram-sha-256',

  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_level: 'replica',

  // Short statements only: compiling them costs more than it saves.
  jit: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
  // A transaction nobody ends would hold back cleaning up for the whole cluster.
  idle_in_transaction_session_timeout: '60s',

  // One file a weekday, overwritten a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_file_mode: '0600',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %q%u@%d %a ',
  // The detail of an error quotes rows, and rows hold personal data; so can a statement.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The include file Zhuding owns. `extra` wins over the settings above. */
export function formatConfiguration(port: number, extra: ServerSettings): string {
  const lines = Object.entries({ ...SETTINGS, port: String(port), ...extra }).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return [
    '# Written by Zhuding at every start. Put your own settings into local.conf beside this file.',
    ...lines,
    '',
  ].join('\n');
}

/** Appended to postgresql.conf once; the operator's file comes last and wins. */
export const INCLUDES = "\ninclude 'zhuding.conf'\ninclude_if_exists 'local.conf'\n";

export const LOCAL_CONFIGURATION =
  '# Your own settings. They win over zhuding.conf, which is rewritten at every start.\n';

/** Password sign-in over the loopback interface; nothing else, from nowhere else. */
export const HOST_BASED_ACCESS = [
  '# TYPE  DATABASE  USER  ADDRESS       METHOD',
  'host    all       all   127.0.0.1/32  scram-sha-256',
  '',
].join('\n');

/** initdb's arguments: UTF-8, characters compared by code point, Chinese letters known as letters. */
export function initdbArguments(major: number, user: string, passwordFile: string): string[] {
  // The built-in provider does not depend on the system's C library; it exists from 17 on.
  const provider =
    major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=libc'];
  return [
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...provider,
    '--lc-collate=C',
    // Not C: pg_trgm would find no letters in Chinese text.
    '--lc-ctype=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ];
}
