import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const samples: Readonly<Record<string, string>> = {
  shift_jis: '港の事務所はフェリーの数を数えました',
  'euc-jp': '港の事務所はフェリーの数を数えました',
  gb18030: '港口办公室已经统计了渡轮的数量并且报告了',
  big5: '港口辦公室已經統計了渡輪的數量並且報告了',
  'euc-kr': '항구 사무소는 페리의 수를 세었다',
  'koi8-r': 'Портовая контора пересчитала паромы и сообщила',
  'windows-1251': 'Портовая контора пересчитала паромы и сообщила',
  'windows-1253': 'Το λιμάνι μέτρησε τα πλοία',
  'windows-1255': 'הנמל ספר את המעבורות',
  'windows-1256': 'عدّ الميناء العبارات',
  'windows-1250': 'Přístav počítal žluťoučké přívozy',
  'windows-1252': 'Häfen zählen “Fähren” – für 5 €',
};

function feed(text: string, label?: string): string {
  return `<?xml version="1.0"${label === undefined ? '' : ` encoding="${label}"`}?><rss><channel><title>${text}</title></channel></rss>`;
}

describe.each(Object.entries(samples))('%s', (encoding, text) => {
  it('by the XML declaration', () => {
    expect(decodeBytes(iconv.encode(feed(text, encoding), encoding), undefined).text).toContain(text);
  });

  it('by the HTTP header', () => {
    expect(decodeBytes(iconv.encode(feed(text), encoding), `text/xml; charset="${encoding}"`).text).toContain(text);
  });

  it('without any label, and says so', () => {
    const decoded = decodeBytes(iconv.encode(feed(text), encoding), 'text/xml');
    expect(decoded.text).toContain(text);
    expect(decoded.repairs).toEqual([{ kind: 'encoding', note: `not utf-8 throughout, read as ${encoding}` }]);
  });
});

describe('wide characters', () => {
  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('%s with and without a mark', (encoding) => {
    for (const addBOM of [true, false]) {
      const decoded = decodeBytes(iconv.encode(feed('Łódź ferry 🚢', 'utf-16'), encoding, { addBOM }), undefined);
      expect(decoded.text).toBe(feed('Łódź ferry 🚢', 'utf-16'));
    }
  });

  it('a UTF-8 mark is not part of the text', () => {
    expect(decodeBytes(Buffer.from(`\ufeff${feed('é')}`), undefined).text).toBe(feed('é'));
  });
});

describe('labels that are wrong', () => {
  it('UTF-8 under a Latin label from server or publisher', () => {
    expect(decodeBytes(Buffer.from(feed('Fähre')), 'text/xml; charset=iso-8859-1').text).toContain('Fähre');
    const declared = decodeBytes(Buffer.from(feed('Fähre', 'iso-8859-1')), undefined);
    expect(declared.text).toContain('Fähre');
    expect(declared.encoding).toBe('utf-8');
  });

  it('Latin bytes under a UTF-8 label', () => {
    const decoded = decodeBytes(
      iconv.encode(feed('Häfen für Fähren', 'utf-8'), 'windows-1252'),
      'text/xml; charset=utf-8',
    );
    expect(decoded.text).toContain('Häfen für Fähren');
    expect(decoded.repairs[0]).toMatchObject({ kind: 'encoding' });
  });

  it('UTF-8 with a few stray Windows bytes keeps both', () => {
    const bytes = Buffer.concat([
      Buffer.from('<rss>Łódź – ąęśćż '),
      Buffer.from([0x93]),
      Buffer.from('quay'),
      Buffer.from([0x94]),
    ]);
    expect(decodeBytes(bytes, undefined).text).toBe('<rss>Łódź – ąęśćż “quay”');
  });

  it('a label for UTF-16 on single bytes', () => {
    expect(decodeBytes(Buffer.from(feed('quay', 'utf-16')), 'text/xml; charset=utf-16').text).toContain('quay');
  });

  it('a label that nobody knows', () => {
    expect(decodeBytes(Buffer.from(feed('é', 'bogus-7')), 'text/xml; charset=none').text).toContain('é');
  });

  it('gb2312 is read as its superset, ISO 8859-1 as Windows-1252', () => {
    expect(decodeBytes(iconv.encode(feed('镕', 'gb2312'), 'gbk'), undefined).text).toContain('镕');
    expect(decodeBytes(iconv.encode(feed('€', 'iso-8859-1'), 'windows-1252'), undefined).text).toContain('€');
  });
});

it.each([' encoding="ISO-2022-JP"', ''])('ISO-2022-JP, whose bytes are all ASCII, labelled: "%s"', (label) => {
  const bytes = Buffer.concat([
    Buffer.from(`<?xml version="1.0"${label}?><rss>`),
    Buffer.from('1b244239411b2842', 'hex'),
    Buffer.from('</rss>'),
  ]);
  expect(decodeBytes(bytes, undefined).text).toContain('<rss>港</rss>');
});

it('Shift_JIS without any label is not read as rare Chinese', () => {
  const text = '新しい港の駅が開業しました。次のニュースをお伝えします。'.repeat(3);
  expect(decodeBytes(iconv.encode(feed(text), 'shift_jis'), undefined).text).toContain(text);
});

it('a few signs by themselves are Western, not letters of another script', () => {
  const text = 'Harbour office © 2026 · 5 £ »';
  expect(decodeBytes(iconv.encode(feed(text), 'windows-1252'), undefined).text).toContain(text);
  const spaced = 'Ferries at 6\u00a0 and \u00a0 9';
  expect(decodeBytes(iconv.encode(feed(spaced), 'windows-1252'), undefined).text).toContain(spaced);
});

it('C1 controls become the characters their author saw', () => {
  const decoded = decodeBytes(Buffer.from('<rss>\u0093quay\u0094</rss>'), undefined);
  expect(decoded.text).toBe('<rss>“quay”</rss>');
  expect(decoded.repairs).toEqual([{ kind: 'control_characters', line: 1 }]);
});
