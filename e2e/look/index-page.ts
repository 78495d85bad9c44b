/** The page that lays the pictures of each screen side by side. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Look {
  readonly folder: string;
  readonly screens: readonly string[];
  readonly themes: readonly string[];
  readonly widths: readonly number[];
}

/** Writes `index.html` into the folder. A picture that is not there is left out. */
export function writeIndex({ folder, screens, themes, widths }: Look): void {
  const rows = screens.map((screen) => {
    const names = themes.flatMap((theme) => widths.map((width) => `${screen}-${theme}-${width}.png`));
    const pictures = names
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => `<a href="${name}"><img loading="lazy" src="${name}" alt="${name}"></a>`);
    return `<h2 id="${screen}">${screen}</h2><div>${pictures.join('')}</div>`;
  });
  const links = screens.map((screen) => `<a href="#${screen}">${screen}</a>`);
  const style =
    'body{font:14px/1.5 sans-serif;margin:24px}nav{columns:6}nav a{display:block}img{height:300px;margin:4px;border:1px solid #8886}';
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every screen</title><style>${style}</style><nav>${links.join('')}</nav>${rows.join('')}</html>\n`,
  );
}
