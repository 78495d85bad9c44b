/** For you: the list, the profile it is made by, what is muted, and what each feed was worth. */
import { useMemo } from 'react';
import { goBack, navigate, type ScreenProps, useWays } from '../../app/navigation.ts';
import { PageWithArticle } from '../../app/page-with-article.tsx';
import { toggleSidebar } from '../../app/panes.ts';
import { useStore } from '../../lib/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PageTabs } from '../../ui/page-tabs.tsx';
import { ForYouList } from './for-you-list.tsx';
import { forYouState } from './for-you-model.ts';
import { Mutes } from './mutes.tsx';
import { Profile } from './profile.tsx';
import { ReportCards } from './report-cards.tsx';
import './for-you.css';

const pages = [
  { id: 'list', label: 'Articles' },
  { id: 'profile', label: 'Your profile' },
  { id: 'mutes', label: 'Muted' },
  { id: 'report', label: 'Report cards' },
] as const;

type PageId = (typeof pages)[number]['id'];

const bodies: Readonly<Record<PageId, () => React.ReactNode>> = {
  list: ForYouList,
  profile: Profile,
  mutes: Mutes,
  report: ReportCards,
};

export function Screen({ argument, article }: ScreenProps) {
  const present = pages.find(({ id }) => id === argument)?.id ?? 'list';
  const rows = useStore(forYouState, ({ list }) => list?.rows);
  const articles = useMemo(() => (rows ?? []).map((row) => row.article), [rows]);
  const { canGoBack } = useWays();
  const Body = bodies[present];
  return (
    <PageWithArticle back="Back to For you" article={article} articles={articles}>
      <header className="bar">
        <IconButton icon="sidebar" label="Show sidebar" className="only-tight" onPress={toggleSidebar} />
        <IconButton
          icon="left"
          label="Back"
          keys="Alt ArrowLeft"
          className="bar-first hide-narrow"
          isDisabled={!canGoBack}
          onPress={goBack}
        />
        <h1 className="bar-title">For you</h1>
        <PageTabs
          label="For you"
          pages={pages}
          present={present}
          onOpen={(id) => navigate({ screen: 'for-you', argument: id === 'list' ? null : id }, { replace: true })}
        />
      </header>
      <section className="scroll page-scroll" data-region-part="list" tabIndex={0} aria-label="For you">
        <div className="fyp">
          <Body />
        </div>
      </section>
    </PageWithArticle>
  );
}
