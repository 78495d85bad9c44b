/** What the sample edition knows of a title and its articles once their files are read; every feed and page is drawn from this. */

export const feedForms = [
  'rss-encoded',
  'rss-teaser',
  'rss-description',
  'rss-podcast',
  'rss-pictures',
  'rss-092',
  'rdf',
  'atom-summary',
  'atom-html',
  'atom-xhtml',
  'json-10',
  'json-11',
  'none',
] as const;

export type FeedForm = (typeof feedForms)[number];

export interface SampleTitle {
  /** Stable: the file's name and the first label of the host. */
  readonly slug: string;
  readonly title: string;
  readonly host: string;
  readonly section: string;
  readonly folder: string;
  readonly country: string;
  /** BCP 47. */
  readonly language: string;
  readonly form: FeedForm;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly answers: 'at_once' | 'late' | 'gone';
  /** One plain sentence for the list of titles to start with. */
  readonly about: string;
  /** Ground of the letter tile, a CSS hex colour. */
  readonly colour: string;
  /** In the order the feed prints them, which is the editor's and not always the clock's. */
  readonly articles: readonly SampleArticle[];
}

export interface SampleArticle {
  readonly slug: string;
  /** Empty for a note without a title. */
  readonly title: string;
  readonly author: string;
  /** Standfirst in plain text; empty when there is none. */
  readonly deck: string;
  /** Epoch milliseconds, counted back from the start of the sample. */
  readonly publishedAt: number;
  readonly section: string;
  /** Which event of the sample this reports; empty for a single article. */
  readonly event: string;
  readonly picture: SamplePicture | undefined;
  /** The body as well-formed XHTML; pictures in it are named by a path on the title's own host. */
  readonly html: string;
  /** The body's paragraphs in plain text, for teasers and transcripts. */
  readonly paragraphs: readonly string[];
  readonly sections: readonly SpokenSection[];
  readonly hasAudio: boolean;
  readonly correction: SampleCorrection | undefined;
}

/** A stretch of a podcast: its heading and what is said in it. */
export interface SpokenSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

export interface SamplePicture {
  readonly file: string;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** What a title prints instead once it has noticed its mistake. */
interface SampleCorrection {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

export function siteUrl(title: SampleTitle): string {
  return `http://${title.host}/`;
}

export function feedUrl(title: SampleTitle): string {
  return `http://${title.host}/${title.form.startsWith('json') ? 'feed.json' : 'feed.xml'}`;
}

export function articleUrl(title: SampleTitle, article: SampleArticle): string {
  return `http://${title.host}/articles/${article.slug}`;
}

export function pictureUrl(title: SampleTitle, file: string): string {
  return `http://${title.host}/pictures/${file}`;
}

/** How many articles the seven days before the start of the sample hold. */
export function articlesPerWeek(title: SampleTitle, startedAt: number): number {
  return title.articles.filter((article) => article.publishedAt >= startedAt - 7 * 86_400_000).length;
}
