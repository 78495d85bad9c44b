/** Measures the sections of the page as they stand, and packs them anew when the page's width or one of them changes. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { columnsFor, emptiest, type PlacedSection, packSections, type SectionHeights } from './pack-sections.ts';

export interface Packing {
  readonly columns: number;
  readonly placed: readonly PlacedSection[];
}

const gap = 36;
const tooEmpty = 0.22;

/** null until it was measured, before the first paint. `content` is whatever the sections are made of. */
export function usePacking(box: RefObject<HTMLElement | null>, content: unknown): Packing | null {
  const [packing, setPacking] = useState<Packing | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has other heights
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const pack = () => {
      const now = packed(element);
      setPacking((before) => (sameAs(before, now) ? before : now));
    };
    pack();
    // Also when a typeface came or a picture could not be had: either changes how tall the page is.
    const observer = new ResizeObserver(pack);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, content]);
  return packing;
}

function sameAs(before: Packing | null, now: Packing): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

function packed(box: HTMLElement): Packing {
  const width = box.clientWidth;
  const sections = [...box.children].filter((child) => child instanceof HTMLElement);
  // Where there is too little to fill that many columns, fewer close.
  for (let columns = Math.max(1, columnsFor(width, sections.length)); ; columns -= 1) {
    const heights = measured(box, sections, (width - gap * (columns - 1)) / columns);
    const placed = packSections(heights, columns);
    if (columns === 1 || emptiest(heights, placed) < tooEmpty) return { columns, placed };
  }
}

/** Lays the sections out one below the other in both forms, and puts everything back before anything is painted. */
function measured(box: HTMLElement, sections: readonly HTMLElement[], width: number): readonly SectionHeights[] {
  const before = sections.map(({ className }) => className);
  const scroller = box.closest('.page-scroll');
  const top = scroller?.scrollTop ?? 0;
  const put = (form: 'large' | 'small') => {
    for (const section of sections) section.className = `sct ${form}`;
  };
  box.classList.add('is-measured');
  box.style.width = `${width}px`;
  put('large');
  const large = sections.map(heightWithoutHeadlines);
  const headlines = sections.map((section) => [...section.querySelectorAll('.hline')].map(heightOf));
  const pictures = sections.map((section) => {
    const picture = section.querySelector('.sl > img');
    return picture ? heightOf(picture) : 0;
  });
  put('small');
  const small = sections.map(heightWithoutHeadlines);
  for (const [at, section] of sections.entries()) section.className = before[at] ?? 'sct';
  box.style.width = '';
  box.classList.remove('is-measured');
  if (scroller && scroller.scrollTop !== top) scroller.scrollTop = top;
  return sections.map((_, at) => ({
    large: large[at] ?? 0,
    small: small[at] ?? 0,
    headlines: headlines[at] ?? [],
    picture: pictures[at] ?? 0,
  }));
}

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}

/** The list of headlines stands last, and the room above it belongs to it. */
function heightWithoutHeadlines(section: HTMLElement): number {
  const list = section.querySelector('.hls');
  return heightOf(section) - (list ? heightOf(list) + Number.parseFloat(getComputedStyle(list).marginTop) : 0);
}
