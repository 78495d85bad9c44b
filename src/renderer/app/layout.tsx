/** Sidebar and screen side by side; the reader's list and article are two panes of one screen. */
import { Suspense, useEffect, useRef, useState } from 'react';
import { windowState } from '../client/window-state.ts';
import { ArticlePane } from '../features/article/article-pane.tsx';
import { ListPane } from '../features/list/list-pane.tsx';
import { Sidebar } from '../features/sidebar/sidebar.tsx';
import { classNames } from '../lib/class-names.ts';
import { Lazy } from '../lib/lazily.ts';
import { useStore } from '../lib/store.ts';
import { ToastHost } from '../ui/toast.tsx';
import { Divider } from './divider.tsx';
import { useFocusMode, watchNearTop } from './focus-mode.ts';
import { type ScreenName, usePlace } from './navigation.ts';
import { focusPage } from './page-focus.ts';
import { closeDrawer, useDrawer, useSideHidden } from './panes.ts';
import { PartBoundary } from './part-boundary.tsx';
import { focusRegion, hasLostFocus } from './regions.ts';
import { screens } from './screens.ts';
import { useWindowSize, windowSize } from './window-size.ts';

/** Pages without a list have no articles to skip to. */
function skipsTo(screen: ScreenName): string {
  return screen === 'reader' || screen === 'today' || screen === 'for-you' ? 'Skip to articles' : 'Skip to the page';
}

export function Layout() {
  const screen = usePlace((place) => place.screen);
  const isFirstRun = screen === 'first-run';
  const hasDrawer = useDrawer();
  const sideHidden = useSideHidden();
  const size = useWindowSize();
  const widths = usePaneWidths();
  const isFocus = useFocusMode();
  const isNearTop = useNearTop(isFocus);
  const noSide = isFirstRun || isFocus || (sideHidden && size === 'wide');
  return (
    <>
      <button
        type="button"
        className="btn skip"
        onClick={() => {
          if (!focusRegion('list')) document.getElementById('main')?.focus();
        }}
      >
        {skipsTo(screen)}
      </button>
      <div
        className={classNames(
          'app',
          screen === 'reader' && 'is-reader',
          noSide && 'no-side',
          isFocus && 'is-focus',
          isNearTop && 'is-near-top',
          hasDrawer && 'has-drawer',
        )}
        style={widths}
      >
        {!isFirstRun && <Sidebar />}
        <main className="main" id="main" tabIndex={-1}>
          {!noSide && <SideDivider />}
          {hasDrawer && <div className="drawer-scrim" onPointerDown={closeDrawer} />}
          <Screen />
          <ToastHost />
        </main>
      </div>
    </>
  );
}

/** Whether the pointer is where the bar of the article comes back in focus. */
function useNearTop(isFocus: boolean): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!isFocus) return;
    const stop = watchNearTop(setNear);
    return () => {
      stop();
      setNear(false);
    };
  }, [isFocus]);
  return isFocus && isNear;
}

function Screen() {
  const name = usePlace((place) => place.screen);
  const argument = usePlace((place) => place.argument);
  useFocusOnPage(name);
  const other = screens[name];
  if (!other) return <Reader />;
  return (
    <PartBoundary key={name} part={other}>
      <Suspense fallback={null}>
        <Lazy part={other} props={{ argument, article: <ArticlePane /> }} />
      </Suspense>
    </PartBoundary>
  );
}

/** A page that is opened begins with the focus, unless who opened it goes on with what it has: the tree is walked. */
function useFocusOnPage(screen: ScreenName): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    const isElsewhere = document.activeElement?.closest('.side') && !document.activeElement.closest('.tree');
    if (hasLostFocus() || isElsewhere) focusPage();
  }, [screen]);
}

function Reader() {
  const pane = usePlace(({ articleId }) => (articleId === null ? 'list' : 'article'));
  useFocusInSight(pane);
  return (
    <div className="three" data-pane={pane}>
      <ListPane />
      <Divider label="Width of the list" state="listWidth" property="--list-w" smallest={300} largest={520} />
      <ArticlePane />
    </div>
  );
}

/** In the one pane of a narrow window the focus goes with the pane: what is hidden cannot keep it. */
function useFocusInSight(pane: 'list' | 'article'): void {
  const before = useRef(pane);
  useEffect(() => {
    if (before.current === pane) return;
    before.current = pane;
    if (windowSize() === 'narrow' && hasLostFocus()) focusRegion(pane);
  }, [pane]);
}

function SideDivider() {
  return (
    <div className="side-divider">
      <Divider label="Width of the sidebar" state="sideWidth" property="--side-w" smallest={200} largest={360} />
    </div>
  );
}

function usePaneWidths(): React.CSSProperties {
  const side = useStore(windowState, ({ sideWidth }) => sideWidth);
  const list = useStore(windowState, ({ listWidth }) => listWidth);
  return {
    ...(side === null ? {} : { '--side-set': `${side}px` }),
    ...(list === null ? {} : { '--list-set': `${list}px` }),
  } as React.CSSProperties;
}
