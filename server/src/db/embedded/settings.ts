import { existsSync } from 'node:fs';
import type { Layout } from './layout.ts';
import { port } from './layout.ts';

/** 'none' is for databases that are thrown away after a test: a machine that crashes may lose them. */
export type Durability = 'full' | 'none';

/**
 * The settings of the embedded PostgreSQL, written anew at every start so that they follow the
 * program. The log holds what the server says of itself (starts, stops, crashes) and no failed
 * statement: their texts, parameters and details can carry personal data.
 */
export function settingsText(layout: Layout, durability: Durability): string {
  const safe = durability === 'full' ? 'on' : 'off';
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: layout.socket,
    unix_socket_permissions: '0700',
    port: String(port),
    // tests open many databases at once
    max_connections: durability === 'full' ? '100' : '400',
    shared_buffers: '128MB',
    work_mem: '16MB',
    jit: 'off',
    max_logical_replication_workers: '0',
    fsync: safe,
    synchronous_commit: safe,
    full_page_writes: safe,
    max_wal_size: durability === 'full' ? '1GB' : '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: '../log',
    log_filename: 'postgres-%a.log',
    log_truncate_on_rotation: 'on',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    log_statement: 'none',
    log_checkpoints: 'off',
    log_autovacuum_min_duration: '-1',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`);
  if (existsSync(layout.localSettings)) lines.push("include = 'local.conf'");
  return [
    '# Written at every start; your own settings go to local.conf beside it.',
    ...lines,
    '',
  ].join('\n');
}

/** What initdb's postgresql.conf gets at its end; the path is relative to the file itself. */
export const includes = `\ninclude = '../settings.conf'\n`;

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
