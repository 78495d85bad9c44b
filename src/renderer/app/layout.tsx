/** Sidebar and screen side by side; the reader's list and article are two panes of one screen. */
import { Suspense } from 'react';
import { windowState } from '../client/window-state.ts';
import { ArticlePane } from '../features/article/article-pane.tsx';
import { ListPane } from '../features/list/list-pane.tsx';
import { Sidebar } from '../features/sidebar/sidebar.tsx';
import { classNames } from '../lib/class-names.ts';
import { Lazy } from '../lib/lazily.ts';
import { useStore } from '../lib/store.ts';
import { ToastHost } from '../ui/toast.tsx';
import { Divider } from './divider.tsx';
import { usePlace } from './navigation.ts';
import { closeDrawer, useDrawer, useSideHidden } from './panes.ts';
import { focusRegion } from './regions.ts';
import { screens } from './screens.ts';
import { useWindowSize } from './window-size.ts';

export function Layout() {
  const screen = usePlace((place) => place.screen);
  const isFirstRun = screen === 'first-run';
  const hasDrawer = useDrawer();
  const sideHidden = useSideHidden();
  const size = useWindowSize();
  const widths = usePaneWidths();
  const noSide = isFirstRun || (sideHidden && size === 'wide');
  return (
    <>
      <button
        type="button"
        className="btn skip"
        onClick={() => {
          if (!focusRegion('list')) document.getElementById('main')?.focus();
        }}
      >
        Skip to articles
      </button>
      <div
        className={classNames(
          'app',
          screen === 'reader' && 'is-reader',
          noSide && 'no-side',
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

function Screen() {
  const name = usePlace((place) => place.screen);
  const argument = usePlace((place) => place.argument);
  const other = screens[name];
  if (!other) return <Reader />;
  return (
    <Suspense fallback={null}>
      <Lazy key={name} part={other} props={{ argument, article: <ArticlePane /> }} />
    </Suspense>
  );
}

function Reader() {
  const hasArticle = usePlace(({ articleId }) => articleId !== null);
  return (
    <div className="three" data-pane={hasArticle ? 'article' : 'list'}>
      <ListPane />
      <Divider label="Width of the list" state="listWidth" property="--list-w" smallest={300} largest={520} />
      <ArticlePane />
    </div>
  );
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
