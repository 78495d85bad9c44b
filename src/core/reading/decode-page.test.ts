import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePage } from './decode-page.ts';

const texts: Readonly<Record<string, string>> = {
  'windows-1251': 'Портовая контора пересчитала паромы и сообщила об этом',
  'koi8-r': 'Портовая контора пересчитала паромы и сообщила об этом',
  'windows-1250': 'Přístav počítal žluťoučké přívozy a převozníci jásali',
  'windows-1253': 'Το λιμάνι μέτρησε τα πλοία και ανακοίνωσε τον αριθμό',
  shift_jis: '港の事務所はフェリーの数を数えました。明日も数えます。',
  gb18030: '港口办公室已经统计了渡轮的数量并且报告了',
  'windows-1252': 'Häfen zählen “Fähren” – für 5 €',
};

const page = (text: string, head = ''): string =>
  `<!doctype html><html><head>${head}<title>${text}</title></head><body class="page"><p>${text}</p></body></html>`;

describe.each(Object.entries(texts))('a page in %s', (encoding, text) => {
  it('that does not say so is read by its letters', () => {
    expect(decodePage(iconv.encode(page(text), encoding), 'text/html')).toContain(`<p>${text}</p>`);
  });

  it('that is labelled UTF-8 is read by its letters', () => {
    const bytes = iconv.encode(page(text, '<meta charset="utf-8">'), encoding);
    expect(decodePage(bytes, 'text/html; charset=utf-8')).toContain(`<p>${text}</p>`);
  });

  it('that says so is believed', () => {
    const head = `<meta charset="${encoding}">`;
    expect(decodePage(iconv.encode(page(text, head), encoding))).toContain(`<p>${text}</p>`);
  });
});

it('a page in UTF-8 with a few strays keeps both', () => {
  const bytes = Buffer.concat([
    Buffer.from(page('Łódź – ąęśćż')),
    Buffer.from([0x93]),
    Buffer.from('quay'),
    Buffer.from([0x94]),
  ]);
  expect(decodePage(bytes)).toMatch(/Łódź – ąęśćż.*“quay”$/);
});

it('a page of which only a few signs are not ASCII is Western', () => {
  const text = '© 2026 · The Eastbank Record »';
  expect(decodePage(iconv.encode(page(text), 'windows-1252'))).toContain(text);
});
