/** Where the program says what a developer may want to know. Never the articles' text, never a login. */
export type Log = (message: string, facts?: Readonly<Record<string, unknown>>) => void;

export const silentLog: Log = () => {};
