import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

const texts: Readonly<Record<string, string>> = {
  en: 'The harbour office has counted the ferries again, and this time the number agrees with the timetable.',
  de: 'Das Hafenamt hat die Fähren wieder gezählt, und dieses Mal stimmt die Zahl mit dem Fahrplan überein.',
  fr: "Le bureau du port a de nouveau compté les bacs, et cette fois le nombre est celui de l'horaire.",
  es: 'La oficina del puerto ha contado otra vez los transbordadores, y esta vez el número es el del horario.',
  it: 'L’ufficio del porto ha contato di nuovo i traghetti, e questa volta il numero è quello dell’orario.',
  pt: 'Uma contagem nova foi feita no porto, e desta vez os números são os do horário, que já não é o mesmo.',
  nl: 'Het havenkantoor heeft de veerboten weer geteld, en dit keer klopt het aantal met de dienstregeling.',
  pl: 'Biuro portu znowu policzyło promy i tym razem liczba zgadza się z rozkładem, jak to zwykle nie jest.',
  sv: 'Hamnkontoret har räknat färjorna igen och den här gången stämmer antalet med tidtabellen som det ska.',
  ru: 'Портовая контора снова пересчитала паромы, и на этот раз число совпадает с расписанием на стене.',
  ja: '港の事務所はまたフェリーの数を数えました。今回は壁の時刻表と合っています。',
  el: 'Το γραφείο του λιμανιού μέτρησε πάλι τα πλοία, και αυτή τη φορά ο αριθμός συμφωνεί.',
};

describe('the language of a text that does not say', () => {
  it.each(Object.entries(texts))('is found: %s', (language, text) => {
    expect(detectLanguage({ text })).toBe(language);
  });

  it('is that of the words around an English name', () => {
    const text = 'Nowy sezon The Lord of the Rings już jest, a my wiemy, kiedy będzie w Polsce i co się zmieni.';
    expect(detectLanguage({ text })).toBe('pl');
  });
});

describe('where the feed’s other articles are in one language', () => {
  it('an article whose words leave no doubt keeps its own', () => {
    for (const [language, text] of Object.entries(texts))
      if (language !== 'pl' && language !== 'sv') expect(detectLanguage({ text, usual: 'en' })).toBe(language);
  });

  it('one of a few names is taken to be like them', () => {
    expect(detectLanguage({ text: 'Eastbank Rovers 3, Westquay United 1', usual: 'nl' })).toBe('nl');
  });

  it('one in another script is not', () => {
    expect(detectLanguage({ text: 'Рынок', usual: 'en', own: 'ru' })).toBe('ru');
    expect(detectLanguage({ text: texts.ru ?? '', usual: 'en' })).toBe('ru');
  });
});
