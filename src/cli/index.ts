/** The command line: everything the window does, for a terminal and for scripts. */
import { fail } from '../contract/errors.ts';
import { type Arguments, type OptionTable, readArguments } from './arguments.ts';
import { earlyCode, endEarly } from './end-early.ts';
import { printAside, printFailure, printJsonText, printText } from './output.ts';

interface Command {
  readonly run?: (args: Arguments) => Promise<number>;
  /** Takes its arguments apart itself. */
  readonly runRaw?: (args: readonly string[]) => Promise<number>;
  readonly options?: OptionTable;
  readonly usage: string;
}

const allowPrivate = { 'allow-private': { type: 'boolean' } } as const;
// as read-login.ts has them, which is loaded with its command
const forOneFeed = { ...allowPrivate, user: { type: 'string' }, 'password-stdin': { type: 'boolean' } } as const;

// what a command makes is its owner's alone: the library, its backups, what is exported
process.umask(0o077);

// The code of a command is loaded when it is given: a list needs neither the schemas of all calls nor a parser.
const commands: Readonly<Record<string, Command>> = {
  parse: {
    runRaw: async (args) =>
      (await import('./parse-command.ts')).parseCommand(args, {
        print: printJsonText,
        printError: printAside,
        now: Date.now,
      }),
    usage: 'parse FILE… [--url U] | parse --manifest MANIFEST.json   what a feed file says',
  },
  extract: {
    run: (args) => import('./extract-command.ts').then(({ extractCommand }) => extractCommand(args)),
    options: { url: { type: 'string' } },
    usage: 'extract FILE --url U   the article of a web page',
  },
  discover: {
    run: (args) => import('./subscription-commands.ts').then(({ discover }) => discover(args)),
    options: forOneFeed,
    usage: 'discover URL [--allow-private] [--user NAME [--password-stdin]]   the feeds of a site',
  },
  subscribe: {
    run: (args) => import('./subscription-commands.ts').then(({ subscribe }) => subscribe(args)),
    options: forOneFeed,
    usage: 'subscribe URL [--allow-private] [--user NAME [--password-stdin]]   asks for the password, or reads it',
  },
  import: {
    run: (args) => import('./subscription-commands.ts').then(({ importOpml }) => importOpml(args)),
    options: allowPrivate,
    usage: 'import FILE.opml [--allow-private]',
  },
  export: {
    run: (args) => import('./subscription-commands.ts').then(({ exportOpml }) => exportOpml(args)),
    usage: 'export   all subscriptions as OPML',
  },
  refresh: {
    run: (args) => import('./subscription-commands.ts').then(({ refresh }) => refresh(args)),
    options: { force: { type: 'boolean' } },
    usage: 'refresh [--force]',
  },
  list: {
    run: (args) => import('./reading-commands.ts').then(({ list }) => list(args)),
    options: { view: { type: 'string' }, limit: { type: 'string' } },
    usage: 'list [--view today|all|unread|starred|later|feed:ID|folder:ID] [--limit N]',
  },
  search: {
    run: (args) => import('./reading-commands.ts').then(({ search }) => search(args)),
    options: { limit: { type: 'string' }, order: { type: 'string' } },
    usage: 'search QUERY [--order best|newest|oldest] [--limit N]   docs/search.md has the language',
  },
  stories: {
    run: (args) => import('./story-commands.ts').then(({ stories }) => stories(args)),
    options: {
      all: { type: 'boolean' },
      at: { type: 'string' },
      window: { type: 'string' },
      limit: { type: 'string' },
    },
    usage:
      'stories [--all] [--at TIME|all] [--window HOURS] [--limit N]   top stories; --all: every story of the last 72 h (or HOURS); --at: as of a time, or all there ever were',
  },
  related: {
    run: (args) => import('./story-commands.ts').then(({ related }) => related(args)),
    options: { limit: { type: 'string' } },
    usage: 'related GUID [--limit N]',
  },
  'for-you': {
    run: (args) => import('./story-commands.ts').then(({ forYou }) => forYou(args)),
    options: { limit: { type: 'string' } },
    usage: 'for-you [--limit N]',
  },
  serve: {
    run: (args) => import('./serve-command.ts').then(({ serve }) => serve(args)),
    options: { port: { type: 'string' }, sample: { type: 'boolean' } },
    usage: 'serve [--port N] [--sample]   the window in a browser',
  },
  archive: {
    run: (args) => import('./archive-commands.ts').then(({ archive }) => archive(args)),
    usage: 'archive import|export FILE.ndjson | FOLDER',
  },
  restore: {
    run: (args) => import('./restore-command.ts').then(({ restore }) => restore(args)),
    usage: 'restore [BACKUP]   lists the backups; with a name, puts it in the place of a closed library',
  },
  call: {
    run: (args) => import('./contract-commands.ts').then(({ callCommand }) => callCommand(args)),
    options: { list: { type: 'boolean' } },
    usage: 'call NAME JSON | call --list',
  },
  pipe: {
    run: (args) => import('./contract-commands.ts').then(({ pipe }) => pipe(args)),
    usage: 'pipe   {name, input} lines in, {ok, value | error, ms} lines out',
  },
};

// Whoever reads our output may have heard enough (`| head`): that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    endEarly(0);
  });
}

const [name = 'help', ...rest] = process.argv.slice(2);
const exitCode = await runCommand(name, rest);
process.exitCode = earlyCode() ?? exitCode;

async function runCommand(commandName: string, args: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, commandName) ? commands[commandName] : undefined;
  if (command === undefined) return help(commandName);
  if (command.runRaw !== undefined) return command.runRaw(args);
  const parsed = readArguments(args, command.options ?? {});
  if (!parsed.ok) return printFailure(fail('bad_input', `${parsed.error.message} Usage: ${command.usage}`), false);
  return command.run?.(parsed.value) ?? 1;
}

function help(asked: string): number {
  const isAsked = ['help', '--help', '-h'].includes(asked);
  const lines = Object.values(commands).map(({ usage }) => `  ${usage}`);
  const text = [
    'Broadsheet from a terminal. Every command takes --library DIR, --json and --verbose.',
    '',
    ...lines,
  ].join('\n');
  if (isAsked) printText(text);
  else for (const line of [`There is no command called ${asked}.`, '', ...text.split('\n')]) printAside(line);
  return isAsked ? 0 : 1;
}
