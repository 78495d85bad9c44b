/** The writer: the one connection that changes the library. */
import { commands } from '../commands.ts';
import { serveWriter } from './serve-writer.ts';
import { giveWay } from './thread-priority.ts';

giveWay('writer');
serveWriter(commands);
