/** What task workers do: each name with its function. */

import type { Result } from '../../contract/errors.ts';
import { archiveFolderTask } from './archive/archive-folder-task.ts';
import {
  archiveCheckTask,
  archiveClearStageTask,
  archivePicturesTask,
  archiveStageTask,
} from './archive/archive-import.ts';
import { archivePrepareTask } from './archive/archive-task.ts';
import { type FetchTaskInput, type FetchTaskOutput, fetchFeedTask } from './fetching/fetch-task.ts';
import { tryFeedTask } from './fetching/try-task.ts';
import { backupTask } from './library/backup-task.ts';
import { startTasks } from './library/start-tasks.ts';
import { mediaTask } from './pages/media-task.ts';
import { iconTask, pageTask } from './pages/page-task.ts';
import { discoverTask } from './subscribing/discover-task.ts';
import { opmlTask } from './subscribing/opml-task.ts';
import type { TaskContext } from './task-context.ts';

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
  'archive.stageTables': archiveStageTask,
  'archive.clearStage': archiveClearStageTask,
  'archive.takePictures': archivePicturesTask,
  'backup.make': backupTask,
  ...startTasks,
};
export type Tasks = typeof tasks;
