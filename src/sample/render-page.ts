/** The titles' web pages: a front page that names its feed and icon, and one page an article with the usual furniture around it. */

import { rfc3339, summaryText } from './feed-parts.ts';
import { escapeMarkup } from './markup.ts';
import { articleUrl, feedUrl, pictureUrl, type SampleArticle, type SampleTitle, siteUrl } from './sample-title.ts';

const style =
  'body{font:17px/1.6 Georgia,serif;margin:0 auto;max-width:44em;padding:0 1em}nav li{display:inline;margin-right:1em}img{max-width:100%;height:auto}table{border-collapse:collapse}td,th{padding:.2em .7em;border-bottom:1px solid #ccc}';

interface Words {
  readonly frontPage: string;
  readonly about: string;
  readonly moreFrom: string;
  readonly invented: string;
}

const english: Words = {
  frontPage: 'Front page',
  about: 'About',
  moreFrom: 'More from',
  invented: 'An invented title, printed for the sample edition.',
};

/** The furniture in the title's own language. */
const wordsOf: Readonly<Record<string, Words>> = {
  en: english,
  fr: {
    frontPage: 'À la une',
    about: 'À propos',
    moreFrom: 'À lire aussi :',
    invented: 'Un titre imaginaire, imprimé pour l’édition d’essai.',
  },
  de: {
    frontPage: 'Titelseite',
    about: 'Über uns',
    moreFrom: 'Mehr aus',
    invented: 'Eine erfundene Zeitung, gedruckt für die Probeausgabe.',
  },
  ja: {
    frontPage: '一面',
    about: 'この新聞について',
    moreFrom: 'あわせて読む',
    invented: '見本版のために作られた架空の新聞です。',
  },
  ar: {
    frontPage: 'الصفحة الأولى',
    about: 'عن الصحيفة',
    moreFrom: 'المزيد من',
    invented: 'صحيفة متخيَّلة طُبعت للطبعة التجريبية.',
  },
};

/** Content type of a feed, as the page's rel=alternate and the answer's head both give it. */
export function feedType(title: SampleTitle): string {
  if (title.form.startsWith('json')) return 'application/feed+json';
  if (title.form.startsWith('atom')) return 'application/atom+xml';
  return title.form === 'rdf' ? 'application/rdf+xml' : 'application/rss+xml';
}

export function renderFrontPage(title: SampleTitle): string {
  const articles = title.articles.map((article) => {
    const heading = escapeMarkup(article.title === '' ? summaryText(article).slice(0, 60) : article.title);
    const link = `<h2><a href="/articles/${article.slug}">${heading}</a></h2>`;
    return `<article>${link}<p>${escapeMarkup(summaryText(article))}</p></article>`;
  });
  const main = `<main>\n<h1>${escapeMarkup(title.title)}</h1>\n${articles.join('\n')}\n</main>`;
  return page(title, { heading: title.title, description: title.about, meta: [], main });
}

export function renderAboutPage(title: SampleTitle): string {
  const about = `<h1>${escapeMarkup(title.title)}</h1>\n<p>${escapeMarkup(title.about)}</p>`;
  const main = `<main>\n${about}\n</main>`;
  return page(title, { heading: title.title, description: title.about, meta: [], main });
}

export function renderArticlePage(title: SampleTitle, article: SampleArticle): string {
  const heading = article.title === '' ? title.title : article.title;
  const summary = summaryText(article);
  const published = rfc3339(article.publishedAt);
  const meta = [
    metaTag('og:type', 'article'),
    metaTag('og:title', heading),
    metaTag('og:description', summary),
    metaTag('og:url', articleUrl(title, article)),
    metaTag('og:site_name', title.title),
    metaTag('article:published_time', published),
    metaTag('article:section', article.section),
    ...(article.picture === undefined ? [] : [metaTag('og:image', pictureUrl(title, article.picture.file))]),
    ...(article.author === '' ? [] : [`<meta name="author" content="${escapeMarkup(article.author)}">`]),
    `<link rel="canonical" href="${articleUrl(title, article)}">`,
  ];
  const main = `<main><article>
<header>
<p class="section">${escapeMarkup(article.section)}</p>
<h1>${escapeMarkup(heading)}</h1>
${article.deck === '' ? '' : `<p class="deck">${escapeMarkup(article.deck)}</p>`}
<p class="byline">${escapeMarkup(article.author === '' ? title.title : article.author)} · <time datetime="${published}">${published.slice(0, 10)}</time></p>
</header>
${leadFigure(article)}<div class="article-body">
${article.html}
</div>
</article>
${moreFrom(title, article)}</main>`;
  return page(title, { heading: `${heading} · ${title.title}`, description: summary, meta, main });
}

function leadFigure({ picture }: SampleArticle): string {
  if (picture === undefined) return '';
  const img = `<img src="/pictures/${picture.file}" alt="${escapeMarkup(picture.alt)}" width="1280" height="720">`;
  const caption = `${escapeMarkup(picture.caption)} <span class="credit">${escapeMarkup(picture.credit)}</span>`;
  return `<figure class="lead">${img}<figcaption>${caption}</figcaption></figure>\n`;
}

function moreFrom(title: SampleTitle, article: SampleArticle): string {
  const others = title.articles.filter((other) => other.slug !== article.slug && other.title !== '').slice(0, 4);
  const links = others.map((other) => `<li><a href="/articles/${other.slug}">${escapeMarkup(other.title)}</a></li>`);
  return `<aside class="related"><h2>${words(title).moreFrom} ${escapeMarkup(title.title)}</h2><ul>${links.join('')}</ul></aside>\n`;
}

function words(title: SampleTitle): Words {
  return wordsOf[title.language] ?? english;
}

interface PageParts {
  readonly heading: string;
  readonly description: string;
  readonly meta: readonly string[];
  readonly main: string;
}

function page(title: SampleTitle, { heading, description, meta, main }: PageParts): string {
  const name = escapeMarkup(title.title);
  const { frontPage, about, invented } = words(title);
  const direction = title.language === 'ar' ? ' dir="rtl"' : '';
  return `<!doctype html>
<html lang="${title.language}"${direction}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeMarkup(heading)}</title>
<meta name="description" content="${escapeMarkup(description)}">
${meta.join('\n')}
<link rel="alternate" type="${feedType(title)}" title="${name}" href="${feedUrl(title)}">
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<style>${style}</style>
</head>
<body>
<header class="masthead"><a href="${siteUrl(title)}">${name}</a></header>
<nav><ul><li><a href="/">${frontPage}</a></li><li><a href="/about">${about}</a></li></ul></nav>
${main}
<footer><p>${name}. ${invented}</p><ul><li><a href="/about">${about}</a></li></ul></footer>
</body>
</html>
`;
}

function metaTag(property: string, content: string): string {
  return `<meta property="${property}" content="${escapeMarkup(content)}">`;
}

/** The letter tile a title uses as its icon. */
export function renderIcon(title: SampleTitle): string {
  const letter = escapeMarkup([...title.title][0] ?? '');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${title.colour}"/><text x="32" y="45" font-family="Inter,Arial,sans-serif" font-size="36" font-weight="600" text-anchor="middle" fill="#fff">${letter}</text></svg>\n`;
}
