/** The window: sidebar and screen, what lies over them, and what follows the core for as long as it is open. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { endAhead } from '../client/ahead.ts';
import { queryClient } from '../client/client.ts';
import { followCore } from '../client/events.ts';
import { useCount, useViewTitle } from '../client/library.ts';
import { useSettings } from '../client/settings.ts';
import { ContextMenuHost } from '../ui/context-menu.tsx';
import { followBrowserHistory } from './browser-history.ts';
import { runCommand } from './commands.ts';
import { acceptDrops } from './drop-anywhere.ts';
import { KeptAnswers } from './kept-answers.tsx';
import { listenToKeys } from './keyboard.ts';
import { Layout } from './layout.tsx';
import { loadWhenIdle } from './load-when-idle.ts';
import { applyLook, watchSystemTheme } from './look.ts';
import { goBack, goForward, usePlace } from './navigation.ts';
import { OverlayHost } from './overlay-host.tsx';
import { placeTitle } from './place-title.ts';
import { watchRegions } from './regions.ts';
import { tellNotices } from './tell-notices.ts';
import { toastFailure } from './undo.ts';

/** What was asked ahead of the first paint is long taken by then. */
const aheadLastsMs = 5000;

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Following />
      <KeptAnswers />
      {/* The window speaks British English and runs from left to right, whatever the computer's own language does. */}
      <I18nProvider locale="en-GB">
        <Layout />
        <OverlayHost />
        <ContextMenuHost />
      </I18nProvider>
    </QueryClientProvider>
  );
}

/** Draws nothing: keeps the look, the keys and the answers in step. */
function Following() {
  const settings = useSettings();
  useEffect(() => {
    if (!settings) return;
    applyLook(settings);
    return watchSystemTheme(() => applyLook(settings));
  }, [settings]);
  useEffect(
    () => followCore({ menu: (command, argument) => void runCommand(command, argument), notice: toastFailure }),
    [],
  );
  useEffect(() => {
    const timer = setTimeout(endAhead, aheadLastsMs);
    return () => clearTimeout(timer);
  }, []);
  useEffect(loadWhenIdle, []);
  useEffect(() => {
    const waiting = requestIdleCallback(() => void tellNotices());
    return () => cancelIdleCallback(waiting);
  }, []);
  useEffect(listenToKeys, []);
  useEffect(watchRegions, []);
  useEffect(acceptDrops, []);
  // The desktop's window has no history of its own.
  useEffect(() => (window.broadsheet ? followMouseButtons() : followBrowserHistory()), []);
  useTitle();
  return null;
}

/** What the tab or the window is called. */
function useTitle(): void {
  const unread = useCount(({ all }) => all.unread) ?? 0;
  const place = usePlace((value) => value);
  const viewTitle = useViewTitle(place.view);
  const title = placeTitle(place, { unread, titleOf: () => viewTitle });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** The buttons at a mouse's side; a browser has them lead through its history by itself. */
function followMouseButtons(): () => void {
  const onPress = (event: MouseEvent) => {
    if (event.button !== 3 && event.button !== 4) return;
    event.preventDefault();
    if (event.button === 3) goBack();
    else goForward();
  };
  addEventListener('mouseup', onPress);
  return () => removeEventListener('mouseup', onPress);
}
