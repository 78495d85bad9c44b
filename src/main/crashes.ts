/** The app's log, and what becomes of an error that nobody caught. */
import { app, dialog } from 'electron';
import { terminalText } from '../contract/terminal-text.ts';
import { type LogFile, logFile, programVersion } from '../core/index.ts';

interface AppLogOptions {
  readonly libraryFolder: () => string;
  readonly verbose: boolean;
}

/** From here on such an error ends the app with a sentence; Electron alone would show its stack and go on with half an app. */
export function appLog({ libraryFolder, verbose }: AppLogOptions): LogFile {
  const file = logFile({
    libraryFolder,
    verbose,
    ...(verbose && { echo: (line) => console.error(terminalText(line)) }),
  });
  process.once('uncaughtException', (cause) => {
    dialog.showErrorBox('Broadsheet has to end', file.recordCrash(cause));
    app.exit(1);
  });
  // a promise that fails unheard leaves the rest of the app as it was
  process.on('unhandledRejection', (cause) => void file.recordCrash(cause));
  return file;
}

/** `library`: 'open', or the code of why it is not. */
export function startFacts(library: string): Readonly<Record<string, string>> {
  const { platform, arch, versions } = process;
  return {
    version: programVersion,
    window: 'desktop',
    system: `${platform} ${arch}`,
    electron: versions.electron ?? '',
    library,
  };
}
