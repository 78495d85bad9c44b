/** The archive as a folder that anybody can check, out and in; and tidying the library's own file. */
import { useEffect, useState } from 'react';
import { navigate, usePlace } from '../../app/navigation.ts';
import { useAsk } from '../../client/use-ask.ts';
import { counted, fileSize } from '../../lib/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { JobButton } from './job-button.tsx';
import { SettingRow } from './setting-rows.tsx';
import { useFresh } from './use-fresh.ts';
import { useJob } from './use-job.ts';

export function TidyRows() {
  const sizes = useFresh('archive.sizes').data;
  const compact = useJob('archive.compact', ({ beforeBytes, afterBytes }) =>
    afterBytes < beforeBytes ? `Tidied: ${fileSize(beforeBytes - afterBytes)} given back` : 'Tidied',
  );
  const check = useJob('archive.checkIndex', ({ wasSound }) =>
    wasSound ? 'The search index is sound' : 'The search index was damaged and has been rebuilt',
  );
  const free = sizes && sizes.freeBytes > 0 ? `, ${fileSize(sizes.freeBytes)} at present` : '';
  return (
    <>
      <SettingRow
        name="Tidy the archive"
        about={`Reclaims room after large deletions${free}`}
        alias="compact optimise vacuum"
      >
        <JobButton job={compact} running="Tidying…" onPress={() => void compact.start({})}>
          Tidy now
        </JobButton>
      </SettingRow>
      <SettingRow
        name="Check the search index"
        about="Compares it with the articles, and rebuilds it if they differ"
        alias="repair rebuild"
      >
        <JobButton job={check} running="Checking…" onPress={() => void check.start({})}>
          Check now
        </JobButton>
      </SettingRow>
    </>
  );
}

type Direction = 'export' | 'import';

export function ArchiveRows() {
  const [open, setOpen] = useAskedDirection();
  /** Kept for the next time: a path that was refused need not be typed again. */
  const [typed, setTyped] = useState<Readonly<Partial<Record<Direction, string>>>>({});
  const out = useJob(
    'archive.exportFolder',
    ({ articles, sizeBytes }, { folder }) =>
      `Exported ${counted(articles, 'article', 'articles')}, ${fileSize(sizeBytes)}. Open index.html in ${folder}`,
  );
  const into = useJob(
    'archive.importFolder',
    ({ articles, known }) =>
      `Imported ${counted(articles, 'article', 'articles')}${known > 0 ? `; ${counted(known, 'was', 'were')} here already` : ''}`,
  );
  return (
    <>
      <SettingRow
        name="Archive folder"
        about="Pages, pictures and subscriptions as plain files, with checksums that anybody can verify"
        alias="export import backup html json opml"
      >
        <JobButton job={into} running="Importing…" isDisabled={out.isRunning} onPress={() => setOpen('import')}>
          Import…
        </JobButton>
        <JobButton job={out} running="Exporting…" isDisabled={into.isRunning} onPress={() => setOpen('export')}>
          Export…
        </JobButton>
      </SettingRow>
      {open && (
        <FolderDialog
          isExport={open === 'export'}
          typed={typed[open]}
          onType={(folder) => setTyped({ ...typed, [open]: folder })}
          onClose={() => setOpen(null)}
          onChoose={(folder) => {
            setOpen(null);
            void (open === 'export' ? out : into).start({ folder });
          }}
        />
      )}
    </>
  );
}

/** The dialog that is open; the command to export opens its own from anywhere, each time it is given. */
function useAskedDirection(): readonly [Direction | null, (open: Direction | null) => void] {
  const [open, setOpen] = useState<Direction | null>(null);
  const isAsked = usePlace(({ argument }) => argument === 'storage.export');
  useEffect(() => {
    if (!isAsked) return;
    setOpen('export');
    navigate({ screen: 'settings', argument: 'storage' }, { replace: true });
  }, [isAsked]);
  return [open, setOpen];
}

interface FolderDialogProps {
  readonly isExport: boolean;
  /** undefined: nothing yet. */
  readonly typed: string | undefined;
  readonly onType: (folder: string) => void;
  readonly onClose: () => void;
  readonly onChoose: (folder: string) => void;
}

function FolderDialog({ isExport, typed, onType, onClose, onChoose }: FolderDialogProps) {
  const library = useAsk('library.info', {}).data?.folder ?? '';
  // Beside the library, never in it.
  const offered = isExport && library !== '' ? `${library.replace(/(?<![\\/])[\\/]+$/, '')}-archive-${today()}` : '';
  const shown = typed ?? offered;
  const choose = () => onChoose(shown.trim());
  const isReady = shown.trim() !== '';
  return (
    <Dialog
      title={isExport ? 'Export the archive' : 'Import an archive folder'}
      middle
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" isDisabled={!isReady} onPress={choose}>
            {isExport ? 'Export' : 'Import'}
          </Button>
        </>
      }
    >
      <div className="dlg-b">
        <TextField
          label="Folder"
          help={
            isExport
              ? 'The full path of a new folder on this computer.'
              : 'The full path of a folder that Broadsheet has exported. Its checksums are verified first.'
          }
          value={shown}
          onChange={onType}
          onEnter={() => isReady && choose()}
          autoFocus
        />
      </div>
    </Dialog>
  );
}

function today(): string {
  const date = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
