/**
 * Where the program says what a developer may want to know. Facts are numbers, names of calls and codes: never an article's
 * text, never a login. What is said `whenVerbose` is written only where a person asked for it.
 */
export type Log = (
  message: string,
  facts?: Readonly<Record<string, unknown>>,
  importance?: 'always' | 'whenVerbose',
) => void;

export const silentLog: Log = () => {};
