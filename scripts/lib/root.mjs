import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Found from this file, so every command works from any folder. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts);
