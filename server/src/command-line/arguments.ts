import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Config } from '#src/config.ts';
import { Problem, type Language } from '#src/errors.ts';

const OPTIONS = {
  lang: { type: 'string' },
  json: { type: 'boolean' },
  yes: { type: 'boolean' },
  demo: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string' },
  source: { type: 'string' },
  institution: { type: 'string' },
  'framework-version': { type: 'string' },
  programme: { type: 'string' },
  out: { type: 'string' },
  head: { type: 'string' },
  official: { type: 'string' },
  role: { type: 'string' },
  framework: { type: 'string', multiple: true },
  tier: { type: 'string' },
} satisfies ParseArgsOptionsConfig;

/** Which options a command takes beside --lang, --json and --help; any other is a mistake, not ignored. */
const TAKES = {
  help: [],
  start: [],
  serve: [],
  init: ['demo'],
  admin: ['role'],
  import: ['format', 'source', 'institution', 'framework-version', 'yes'],
  report: ['programme', 'institution', 'format', 'out'],
  link: ['format', 'framework', 'tier'],
  relink: [],
  'ask-endpoint': [],
  'draft-aliases': [],
  backup: [],
  restore: [],
  audit: ['head', 'out'],
  reference: ['official'],
} satisfies Record<string, readonly (keyof typeof OPTIONS)[]>;

export type CommandName = keyof typeof TAKES;

export interface Command {
  name: CommandName;
  /** What stands after the command that is no option. */
  operands: string[];
  options: Partial<
    Record<
      | 'format'
      | 'source'
      | 'institution'
      | 'framework-version'
      | 'programme'
      | 'out'
      | 'head'
      | 'official'
      | 'role'
      | 'tier',
      string
    >
  > & {
    framework?: string[];
    yes?: boolean;
    demo?: boolean;
  };
  language: Language;
  json: boolean;
  config: Config;
}

/** Throws command-unknown, option-invalid. */
export function parseCommand(words: string[], config: Config): Command {
  let parsed;
  try {
    parsed = parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (fault) {
    // Node's sentence is English; what it quotes is the option
    const { message } = fault as Error;
    throw new Problem('option-invalid', { what: /'(-[^']+)'/.exec(message)?.[1] ?? message });
  }
  const { values, positionals } = parsed;
  const { lang, json, help, ...options } = values;
  if (lang !== undefined && lang !== 'vi' && lang !== 'en') {
    throw new Problem('option-invalid', { what: `--lang ${lang} (vi | en)` });
  }
  const name = help ? 'help' : (positionals[0] ?? 'help');
  if (!isCommand(name)) throw new Problem('command-unknown', { command: name });
  const takes: readonly string[] = TAKES[name];
  const stray = Object.keys(options).find((option) => !takes.includes(option));
  if (stray !== undefined && !help) {
    throw new Problem('option-invalid', { what: `nhip ${name} --${stray}` });
  }
  return {
    name,
    operands: positionals.slice(1),
    options,
    language: (lang as Language | undefined) ?? config.language,
    json: json ?? false,
    config,
  };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(TAKES, name);
}

/** The operands, when there are exactly as many as named (or at least so many); else option-invalid with the usage. */
export function operandsOf(
  command: Command,
  usage: string,
  count: number,
  { more = false }: { more?: boolean } = {},
): string[] {
  const { length } = command.operands;
  if (more ? length < count : length !== count)
    throw new Problem('option-invalid', { what: usage });
  return command.operands;
}
