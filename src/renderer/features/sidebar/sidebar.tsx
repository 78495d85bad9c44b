/** The library's pane: find box, tree, foot. */
import { runCommand } from '../../app/commands.ts';
import { toggleSidebar } from '../../app/panes.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyWords } from '../../ui/keys.tsx';
import { LibraryTree } from './library-tree.tsx';
import { SidebarFoot } from './sidebar-foot.tsx';
import './sidebar-parts.css';

export function Sidebar() {
  return (
    <nav className="side" aria-label="Library" data-region-part="side" tabIndex={-1}>
      <div className="side-top">
        <span className="grow" />
        <IconButton icon="sidebar" label="Hide sidebar" keys="Ctrl \" onPress={toggleSidebar} />
      </div>
      <button type="button" className="findbox" onClick={() => void runCommand('palette')}>
        <Icon name="search" size="s" />
        <span className="grow">Search or jump to</span>
        <kbd>{keyWords('Ctrl K').join(' ')}</kbd>
      </button>
      <div className="scroll">
        <LibraryTree />
      </div>
      <SidebarFoot />
    </nav>
  );
}
