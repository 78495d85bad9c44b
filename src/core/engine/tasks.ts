/** What task workers do: each name with its function. */

import type { Result } from '../../contract/errors.ts';
import { archiveFolderTask } from './archive-folder-task.ts';
import { archiveCheckTask, archivePicturesTask } from './archive-import.ts';
import { archivePrepareTask } from './archive-task.ts';
import { backupTask } from './backup-task.ts';
import { discoverTask } from './discover-task.ts';
import { type FetchTaskInput, type FetchTaskOutput, fetchFeedTask } from './fetch-task.ts';
import { mediaTask } from './media-task.ts';
import { opmlTask } from './opml-task.ts';
import { iconTask, pageTask } from './page-task.ts';
import { startTasks } from './start-tasks.ts';
import type { TaskContext } from './task-context.ts';
import { tryFeedTask } from './try-task.ts';

export const tasks = {
  // Its answer goes over with the articles' buffer handed on, not copied; to the caller it is the plain output.
  'feed.fetch': fetchFeedTask as (context: TaskContext, input: FetchTaskInput) => Promise<Result<FetchTaskOutput>>,
  'feed.discover': discoverTask,
  'feed.try': tryFeedTask,
  'page.extract': pageTask,
  'site.icon': iconTask,
  'media.fetch': mediaTask,
  'opml.parse': opmlTask,
  'archive.prepare': archivePrepareTask,
  'archive.exportFolder': archiveFolderTask,
  'archive.checkFolder': archiveCheckTask,
  'archive.takePictures': archivePicturesTask,
  'backup.make': backupTask,
  ...startTasks,
};
export type Tasks = typeof tasks;
