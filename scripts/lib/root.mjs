import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Found from this file, so every command works from any folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);
