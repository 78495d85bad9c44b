/** Keeps a query as a saved search of the sidebar, or changes one that is kept. Argument: 'new:QUERY' or 'edit:ID'. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { OverlayProps } from '../../app/overlays.ts';
import { toastDone } from '../../app/undo.ts';
import { client } from '../../client/client.ts';
import { useSavedSearches } from '../../client/library.ts';
import { useAsk } from '../../client/use-ask.ts';
import { askToNotify } from '../../lib/ask-to-notify.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Note } from '../../ui/note.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Tick } from '../../ui/tick.tsx';
import { hasDate } from './query-filters.ts';
import './query-field.css';

export function SavedSearchDialog({ argument, onClose }: OverlayProps) {
  const [kind, rest] = argument?.startsWith('edit:') ? ['edit', argument.slice(5)] : ['new', argument?.slice(4) ?? ''];
  const saved = useSavedSearches().find(({ id }) => kind === 'edit' && id === Number(rest));
  const isGone = kind === 'edit' && !saved;
  useEffect(() => {
    // Deleted meanwhile: an invisible dialog would keep the keys from the window.
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (isGone) return null;
  return saved ? <EditDialog saved={saved} onClose={onClose} /> : <NewDialog text={rest ?? ''} onClose={onClose} />;
}

/** A query with fixed dates would stop growing: those are left out. */
function NewDialog({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const parsed = useAsk('search.parse', { query: text });
  const isDated = hasDate(parsed.data?.parts ?? []);
  const undated = useAsk('search.edit', { query: text, operator: 'date', value: null }, { enabled: isDated });
  const dateless = undated.data?.query.trim() ?? '';
  // Nothing but a date is kept with it.
  const leavesDate = isDated && dateless !== '';
  const query = leavesDate ? dateless : text;
  if (parsed.isPending || (isDated && undated.isPending)) return null;
  return (
    <SearchForm
      title="Save this search"
      start={{ name: nameFrom(query), query, notify: false, countsUnread: true }}
      note={leavesDate ? 'The date filter is not saved, so the saved search keeps growing.' : undefined}
      onClose={onClose}
      onSave={async (form) => {
        const result = await client.call('savedSearches.add', form);
        if (result.ok) toastDone(`Saved ${form.name}`, result.value.operationId);
        return result.ok ? null : result.error.message;
      }}
    />
  );
}

interface EditDialogProps {
  readonly saved: ReturnType<typeof useSavedSearches>[number];
  readonly onClose: () => void;
}

function EditDialog({ saved, onClose }: EditDialogProps) {
  return (
    <SearchForm
      title="Edit saved search"
      start={saved}
      canEditQuery
      onClose={onClose}
      onSave={async ({ name, query, notify, countsUnread }) => {
        const { id } = saved;
        if (query !== saved.query || notify !== saved.notify || countsUnread !== saved.countsUnread) {
          const result = await client.call('savedSearches.change', { id, query, notify, countsUnread });
          if (!result.ok) return result.error.message;
          toastDone(`Changed ${name}`, result.value.operationId);
        }
        if (name === saved.name) return null;
        const result = await client.call('savedSearches.rename', { id, name });
        if (result.ok) toastDone(`Renamed to ${name}`, result.value.operationId);
        return result.ok ? null : result.error.message;
      }}
    />
  );
}

interface Form {
  readonly name: string;
  readonly query: string;
  readonly notify: boolean;
  readonly countsUnread: boolean;
}

interface SearchFormProps {
  readonly title: string;
  readonly start: Form;
  readonly canEditQuery?: boolean;
  readonly note?: string | undefined;
  readonly onClose: () => void;
  /** Answers why it could not be saved; null when it was. */
  readonly onSave: (form: Form) => Promise<string | null>;
}

function SearchForm({ title, start, canEditQuery = false, note, onClose, onSave }: SearchFormProps) {
  const [form, setForm] = useState<Form>({
    name: start.name,
    query: start.query,
    notify: start.notify,
    countsUnread: start.countsUnread,
  });
  const [failure, setFailure] = useState<string | null>(null);
  const formId = useId();
  const name = useRef<HTMLInputElement>(null);
  /** Enter twice saves once. */
  const isBusy = useRef(false);
  useEffect(() => name.current?.select(), []);
  const isReady = form.name.trim() !== '' && form.query.trim() !== '';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || isBusy.current) return;
    isBusy.current = true;
    const trouble = await onSave({ ...form, name: form.name.trim(), query: form.query.trim() });
    isBusy.current = false;
    if (trouble === null) onClose();
    else setFailure(trouble);
  };
  return (
    <Dialog
      title={title}
      middle
      onClose={onClose}
      footer={
        <>
          <Button kind="ghost" onPress={onClose}>
            Cancel
          </Button>
          <Button kind="primary" type="submit" form={formId} isDisabled={!isReady}>
            Save search
          </Button>
        </>
      }
    >
      <form id={formId} className="dlg-b save-search" onSubmit={(event) => void save(event)}>
        <TextField
          label="Name"
          value={form.name}
          onChange={(value) => setForm({ ...form, name: value })}
          inputRef={name}
          maxLength={200}
          autoFocus
        />
        {canEditQuery ? (
          <TextField label="Query" value={form.query} onChange={(value) => setForm({ ...form, query: value })} />
        ) : (
          <div>
            <div className="field-label">Query</div>
            <div className="mono t2 save-query">{form.query}</div>
          </div>
        )}
        <Tick isSelected={form.countsUnread} onChange={(countsUnread) => setForm({ ...form, countsUnread })}>
          Count unread in the sidebar
        </Tick>
        <Tick
          isSelected={form.notify}
          onChange={(notify) => {
            if (notify) askToNotify();
            setForm({ ...form, notify });
          }}
        >
          Notify me when there is something new
        </Tick>
        {note !== undefined && <p className="t3 save-note">{note}</p>}
        {failure !== null && <Note kind="err">{failure}</Note>}
      </form>
    </Dialog>
  );
}

const longestName = 40;

/** The words of the query, without its signs: something to begin with. */
function nameFrom(query: string): string {
  const words = query
    .replace(/-?\b[a-z]+:("[^"]*"|\S)*|\bOR\b|[()"*]|(^|\s)-\S+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const name = words || query.replace(/"/g, '');
  return name.charAt(0).toLocaleUpperCase() + name.slice(1, longestName);
}
