/** Prints a title as JSON Feed, version 1.1 or the first one, whose author is single. */

import { bodyHtml, rfc3339, summaryText } from './feed-parts.ts';
import { articleUrl, feedUrl, pictureUrl, type SampleArticle, type SampleTitle, siteUrl } from './sample-title.ts';

export function renderJsonFeed(title: SampleTitle): string {
  const first = title.form === 'json-10';
  const feed = {
    version: `https://jsonfeed.org/version/${first ? '1' : '1.1'}`,
    title: title.title,
    home_page_url: siteUrl(title),
    feed_url: feedUrl(title),
    description: title.about,
    favicon: `http://${title.host}/favicon.svg`,
    ...(first ? {} : { language: title.language }),
    items: title.articles.map((article) => renderArticle(title, article, first)),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function renderArticle(title: SampleTitle, article: SampleArticle, first: boolean): object {
  const author = { name: article.author };
  return {
    id: articleUrl(title, article),
    url: articleUrl(title, article),
    ...(article.title === '' ? {} : { title: article.title }),
    content_html: bodyHtml(title, article),
    ...(article.deck === '' ? {} : { summary: summaryText(article) }),
    ...(article.picture === undefined ? {} : { image: pictureUrl(title, article.picture.file) }),
    date_published: rfc3339(article.publishedAt),
    ...(article.author === '' ? {} : first ? { author } : { authors: [author] }),
    tags: [article.section],
  };
}
