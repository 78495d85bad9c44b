import { deflateSync } from 'node:zlib';
import { expect, type Publisher, test } from './support/reader.ts';

/** A grey picture of so many pixels. */
function png(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 128);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

function serve(publisher: Publisher, name: string, width: number, height: number): string {
  publisher.serve(`/${name}.png`, { body: png(width, height), headers: { 'content-type': 'image/png' } });
  return publisher.url(`/${name}.png`);
}

test('a comic is shown whole, in its own ratio, with its hover text under it', async ({ reader, publisher }) => {
  const strip = serve(publisher, 'strip', 500, 1600);
  await reader.subscribe(
    publisher.print('comic', {
      title: 'Comic',
      articles: [
        { title: 'The gauge', html: `<p><img src="${strip}" alt="Four panels" title="It was the kettle."></p>` },
      ],
    }),
  );
  await reader.show('Comic');
  await reader.press('j');
  const picture = reader.article.getByRole('img', { name: 'Four panels' });
  await expect.poll(() => picture.evaluate((image) => image.getBoundingClientRect().height)).toBe(1600);
  expect(await picture.evaluate((image) => image.getBoundingClientRect().width)).toBe(500);
  await expect(reader.article.getByText('It was the kettle.')).toBeVisible();
});

test('a small picture is not blown up', async ({ reader, publisher }) => {
  const small = serve(publisher, 'small', 140, 70);
  await reader.subscribe(
    publisher.print('small', {
      title: 'Small',
      articles: [
        { title: 'Lead', picture: { url: small, caption: 'A sign.' } },
        { title: 'Inside', html: `<p>Text.</p><p><img src="${small}" alt="A sign" width="600" height="300"></p>` },
      ],
    }),
  );
  await reader.show('Small');
  for (const _ of ['Lead', 'Inside']) {
    await reader.press('j');
    const picture = reader.article.locator('.zoom img');
    await expect.poll(() => picture.evaluate((image) => image.getBoundingClientRect().width)).toBe(140);
    await reader.page.waitForTimeout(200);
  }
});

test('a click opens a picture, the arrows go through the others, and Esc comes back to it', async ({
  reader,
  publisher,
}) => {
  const pictures = ['one', 'two', 'three'].map((name) => serve(publisher, name, 900, 600));
  await reader.subscribe(
    publisher.print('quay', {
      title: 'Quay',
      articles: [
        {
          title: 'Three views',
          html: `<p>Text.</p>${pictures.map((url, at) => `<figure><img src="${url}" alt="View ${at + 1}"><figcaption>From the lock, ${at + 1}. <cite>Drawing: Quay</cite></figcaption></figure>`).join('')}
            <p><a href="https://quay.example/more"><img src="${pictures[0]}" alt="Linked"></a></p>`,
        },
      ],
    }),
  );
  await reader.show('Quay');
  await reader.press('j');
  const opener = reader.body.getByRole('button', { name: 'Open picture: View 2' });
  await opener.click();
  const box = reader.page.getByRole('dialog');
  await expect(box).toHaveAccessibleName('Picture 2 of 3');
  await expect(box.getByRole('img', { name: 'View 2' })).toBeVisible();
  await expect(box.getByText('From the lock, 2.')).toBeVisible();
  await expect(box.getByText('Drawing: Quay')).toBeVisible();
  await reader.press('ArrowRight');
  await expect(box.getByRole('img', { name: 'View 3' })).toBeVisible();
  await reader.press('ArrowRight');
  await expect(box).toHaveAccessibleName('Picture 3 of 3');
  await reader.press('ArrowLeft');
  await reader.press('+');
  await expect(box.getByText('150 %')).toBeVisible();
  const image = box.getByRole('img');
  const left = () => image.evaluate((element) => element.getBoundingClientRect().left);
  const before = await left();
  await reader.page.mouse.move(700, 400);
  await reader.page.mouse.down();
  await reader.page.mouse.move(760, 400, { steps: 3 });
  await reader.page.mouse.up();
  await expect.poll(left).toBeCloseTo(before + 60, 0);
  await reader.press('0');
  await expect(box.getByText('Fit')).toBeVisible();
  await reader.press('Escape');
  await expect(box).toHaveCount(0);
  await expect(opener).toBeFocused();
  // A link around a picture leads where it says.
  await expect(reader.body.getByRole('link', { name: 'Linked' })).toHaveAttribute('href', 'https://quay.example/more');
});

test('pictures are switched off in lists and in articles by two switches', async ({ reader, publisher, set }) => {
  const view = serve(publisher, 'view', 900, 600);
  await reader.subscribe(
    publisher.print('quay', { title: 'Quay', articles: [{ title: 'A view', picture: { url: view } }] }),
  );
  await reader.show('Quay');
  await reader.press('j');
  const inList = reader.row('A view').locator('> img');
  const inArticle = reader.article.locator('figure.lead img');
  await expect(inList).toBeVisible();
  await set({ showPictures: false });
  await expect(inList).toHaveCount(0);
  await expect(inArticle).toBeVisible();
  await set({ showPictures: true, showArticlePictures: false });
  await expect(inList).toBeVisible();
  await expect(inArticle).toHaveCount(0);
});
