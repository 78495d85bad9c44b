/** `broadsheet extract`: the article of a saved web page, as the reader would show it. Nothing is fetched or stored. */
import { readFile } from 'node:fs/promises';
import { fail } from '../contract/errors.ts';
import { extractArticle } from '../core/index.ts';
import type { Arguments } from './arguments.ts';
import { printFailure, printJson, printLine, printText } from './output.ts';

export async function extractCommand({ positionals, values, json }: Arguments): Promise<number> {
  const [file, ...others] = positionals;
  const { url } = values;
  if (file === undefined || others.length > 0 || typeof url !== 'string' || !URL.canParse(url)) {
    return printFailure(
      fail('bad_input', 'Say extract FILE --url ADDRESS, the address being where the page came from.'),
      json,
    );
  }
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) {
    return printFailure(fail('file_unreadable', `${file} cannot be read. Check its name and rights.`), json);
  }
  const result = await extractArticle(bytes, { url });
  if (!result.ok) {
    return printFailure(result.error, json);
  }
  const { title, byline, excerpt, siteName, publishedTime, lang, html, text, wordCount, picture } = result.value;
  if (json) {
    const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;
    printJson({
      title,
      byline: orNull(byline),
      excerpt: orNull(excerpt),
      siteName: orNull(siteName),
      publishedTime: orNull(publishedTime),
      lang: orNull(lang),
      html,
      text,
      wordCount,
      picture: orNull(picture),
    });
  } else {
    printLine(title);
    printLine([byline, siteName, publishedTime].filter((part) => part !== undefined).join(' · '));
    printText(`\n${text}`);
  }
  return 0;
}
