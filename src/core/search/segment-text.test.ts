import { describe, expect, it } from 'vitest';
import { segmentText } from './segment-text.ts';

describe('text for the index', () => {
  it('Chinese, Japanese and Korean letters stand apart, and a second time changes nothing', () => {
    const once = segmentText('港の壁を再建 서울');
    expect(once.replaceAll('\u200b', '|')).toBe('港|の|壁|を|再|建 서|울');
    expect(segmentText(once)).toBe(once);
  });

  it('rare Han letters outside the first plane are not torn', () => {
    expect(segmentText('𠮷野')).toBe('𠮷\u200b野');
  });

  it('other text is left as it is, also beside them', () => {
    expect(segmentText('Harbour 壁 2026年 naïve')).toBe('Harbour 壁 2026年 naïve');
  });
});
