import { UploadImage } from '@tiwizi/contracts';
import { Database, newId } from '@tiwizi/persistence';
import { eventually, startApp, type TestApp } from '@tiwizi/testing';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { MediaApi, MediaModule } from '../index.js';
import { phonePhotograph, plain, pngThatClaims, polyglot } from '../testing/photographs.js';

const payload = (name: string) => readFile(join(import.meta.dirname, '../testing/payloads', name));

describe('photographs', () => {
  let app: TestApp;
  const coopId = newId();
  let cookie: string;

  beforeAll(async () => {
    app = await startApp({ modules: [MediaModule], worker: true });
    cookie = app.signIn({ cooperatives: [{ id: coopId }] });
  });
  afterAll(() => app.close());

  const send = (bytes: Buffer, name = 'photo.jpg', { to = coopId, as = cookie } = {}) =>
    app.http
      .post(`/api/v1/workspace/${to}/images`)
      .set('Cookie', as)
      .set('Origin', app.settings.publicUrl)
      .attach('file', bytes, name);
  const ready = (id: string) =>
    eventually(async () => {
      const [state] = await app.get(MediaApi).states(coopId, [id]);
      expect(state?.status).not.toBe('processing');
      return state;
    }, 15_000);
  const uploaded = async (bytes: Buffer, name?: string) => {
    const { body } = await send(bytes, name).expect(201);
    return ready(UploadImage.response.parse(body).id);
  };
  const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const start = performance.now();
    return [await work(), performance.now() - start];
  };

  it('are drawn again in every width, upright, without the place where they were taken', async () => {
    const original = await phonePhotograph(2400, 1800);
    expect(original.includes('SecretPhone')).toBe(true);
    const state = await uploaded(original);
    expect(state).toMatchObject({
      status: 'ready',
      picture: { width: 1280, height: 1707, isGenerated: false, alt: null },
    });
    const widths = [...(state?.picture?.srcset ?? '').matchAll(/ (\d+)w/g)].map(([, width]) => Number(width));
    expect(widths).toEqual([320, 480, 640, 960, 1280]);
    for (const width of widths) {
      const answer = await app.http.get(`/media/${state?.id}/${width}.webp`).buffer(true).expect(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
      const bytes = Buffer.from(answer.body);
      const { exif, orientation, width: drawn, height } = await sharp(bytes).metadata();
      expect({ exif, orientation, drawn }).toEqual({ exif: undefined, orientation: undefined, drawn: width });
      expect(height).toBe(Math.round((width * 1707) / 1280));
      expect(bytes.includes('SecretPhone')).toBe(false);
    }
    expect(state?.picture?.url).toBe(`/media/${state?.id}/1280.webp`);
  });

  it('are never enlarged, and sent twice they are one', async () => {
    const small = await plain(500, 400).png().toBuffer();
    const first = await uploaded(small);
    expect(first?.picture?.srcset).toMatch(/320w, .* 480w, .*500w$/);
    const again = await Promise.all([send(small), send(small, 'again.png')]);
    expect(again.map(({ body }) => body.id)).toEqual([first?.id, first?.id]);
    const fresh = await plain(501, 400).webp().toBuffer();
    const atOnce = await Promise.all([send(fresh), send(fresh), send(fresh)]);
    expect(new Set(atOnce.map(({ body }) => body.id)).size).toBe(1);
  });

  it('F54: refuses bombs, giants, empty files and what is no picture, quickly and in little memory', async () => {
    const before = process.memoryUsage().rss;
    const [zeros, text] = [Buffer.alloc(100), Buffer.from('MZ\u0090 This program cannot be run in DOS mode')];
    const giant = Buffer.alloc(100 * 1024 * 1024, await plain(300, 300).jpeg().toBuffer());
    const attempts: [Buffer, string, number, string][] = [
      [pngThatClaims(60_000, 60_000), 'bomb.png', 413, 'media/too-many-pixels'],
      [pngThatClaims(50_001, 1000), 'strip.png', 413, 'media/too-many-pixels'],
      [giant, 'giant.jpg', 413, 'media/too-large'],
      [Buffer.alloc(0), 'empty.jpg', 400, 'media/empty'],
      [zeros, 'zeros.jpg', 415, 'media/not-a-picture'],
      [text, 'program.jpg', 415, 'media/not-a-picture'],
      [Buffer.from('GIF89a'), 'moving.gif', 415, 'media/not-a-picture'],
      [Buffer.from([0xff, 0xd8, 0xff]), 'stump.jpg', 415, 'media/not-a-picture'],
      [Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8X'), 'stump.webp', 415, 'media/not-a-picture'],
    ];
    for (const [bytes, name, status, code] of attempts) {
      const [answer, milliseconds] = await timed(async () => send(bytes, name));
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code]);
      expect(milliseconds).toBeLessThan(1000);
    }
    expect(process.memoryUsage().rss - before - giant.length * 2).toBeLessThan(200 * 1024 * 1024);
  });

  it('F54: stops reading a file that does not say how large it is', async () => {
    const jpeg = await plain(300, 300).jpeg().toBuffer();
    const url = await app.listen();
    const form = (async function* () {
      yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n');
      yield jpeg;
      for (let megabyte = 0; megabyte < 30; megabyte += 1) yield Buffer.alloc(1024 * 1024);
      yield Buffer.from('\r\n--x--\r\n');
    })();
    const answer = await fetch(`${url}/api/v1/workspace/${coopId}/images`, {
      method: 'POST',
      headers: {
        cookie,
        origin: app.settings.publicUrl,
        'content-type': 'multipart/form-data; boundary=x',
      },
      body: Readable.toWeb(Readable.from(form)),
      duplex: 'half',
    } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it('refuses by the decoder what only looks like a picture, and says so', async () => {
    const broken = await plain(900, 900).jpeg().toBuffer();
    const state = await uploaded(Buffer.concat([broken.subarray(0, broken.length / 2), Buffer.alloc(20)]));
    expect(state).toMatchObject({ status: 'refused', picture: null });
    await app.http.get(`/media/${state?.id}/640.webp`).expect(404);
  });

  it('F55: refuses SVG whatever it is called, and cleans polyglots by drawing them again', async () => {
    for (const name of ['SVG_XSS1.svg', 'SVG_XSS_green_triangle.svg', 'SVG_XSS_nested_svg.svg']) {
      const svg = await payload(name);
      for (const bytes of [
        svg,
        Buffer.concat([Buffer.from('\ufeff  \n'), svg]),
        Buffer.from(svg.toString(), 'utf16le'),
      ]) {
        const answer = await send(bytes, 'photo.jpg').expect(415);
        expect(answer.body.code).toBe('media/svg-refused');
      }
    }
    const hostile = await polyglot();
    expect(hostile.includes('<script>')).toBe(true);
    const state = await uploaded(hostile, '"><script>alert(1)</script>.jpg');
    const { body } = await app.http.get(`/media/${state?.id}/400.webp`).buffer(true).expect(200);
    expect(Buffer.from(body).includes('script')).toBe(false);
  });

  it('keeps originals where no address leads', async () => {
    const state = await uploaded(await phonePhotograph(700, 500));
    for (const path of [`/media/${state?.id}/original`, `/media/originals/${state?.id}`, `/originals/${state?.id}`]) {
      await app.http.get(path).expect(404);
    }
    expect(await readdir(join(fileURLToPath(app.settings.storageUrl), 'originals'))).toContain(state?.id);
  });

  it('F44: knows no picture of another cooperative, and lets no stranger add one', async () => {
    const jpeg = await plain(320, 200).jpeg().toBuffer();
    const other = newId();
    expect((await send(jpeg, 'a.jpg', { to: other })).status).toBe(404);
    expect((await send(jpeg, 'a.jpg', { as: app.signIn() })).status).toBe(403);
    await app.http.post(`/api/v1/workspace/${coopId}/images`).attach('file', jpeg, 'a.jpg').expect(401);
    const state = await uploaded(jpeg);
    expect(await app.get(MediaApi).states(other, [state?.id ?? ''])).toEqual([]);
  });

  it('F68: answers 404 to every path that is not exactly one of ours', async () => {
    const id = newId();
    const lines = (await payload('path_traversal.txt')).toString().split('\n').filter(Boolean);
    for (const line of lines) {
      for (const path of [`/media/${id}/${line}`, `/media/${encodeURIComponent(line)}/640.webp`, `/pictures/${line}`]) {
        const { status } = await app.http.get(encodeURI(path).replaceAll('%25', '%'));
        expect([400, 404]).toContain(status);
      }
    }
    for (const path of [
      `/media/${id}/0.webp`,
      `/media/${id}/640.WEBP`,
      `/media/${id}/640.webp.webp`,
      `/media/${id}/`,
    ]) {
      await app.http.get(path).expect(404);
    }
  });

  it('tells of a store that is down, and may be tried again', async () => {
    const broken = await startApp({
      modules: [MediaModule],
      settings: { storageUrl: 'file:///dev/null/nowhere' },
    });
    try {
      const { body } = await broken.http
        .post(`/api/v1/workspace/${coopId}/images`)
        .set('Cookie', broken.signIn({ cooperatives: [{ id: coopId }] }))
        .set('Origin', broken.settings.publicUrl)
        .attach('file', await plain(64, 64).jpeg().toBuffer(), 'a.jpg')
        .expect(503);
      expect(body).toMatchObject({ code: 'service_unavailable', retryable: true });
      const [row] = await broken
        .get(Database)
        .query<{ count: number }>(`select count(*)::int from media.image where byte_count = 0`);
      expect(row?.count).toBe(0);
    } finally {
      await broken.close();
    }
  });
});

describe('drawings', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ modules: [MediaModule] });
  });
  afterAll(() => app.close());

  it('are served for products, categories and cooperatives, for ever the same, and can run nothing', async () => {
    for (const path of [
      `/pictures/products/honey/${newId()}.svg`,
      '/pictures/categories/carpet.svg',
      '/pictures/cooperatives/tifaouine-imouzzer.svg',
      '/pictures/weavings/tifaouine-imouzzer.svg',
    ]) {
      const answer = await app.http.get(path).expect(200);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
      expect(answer.headers['set-cookie']).toBeUndefined();
      const svg = Buffer.from(answer.body).toString();
      expect(svg).toMatch(/^<svg /);
      expect(Buffer.from((await app.http.get(path)).body).toString()).toBe(svg);
    }
  });

  it('draw nothing for names that are none of ours', async () => {
    for (const path of [
      '/pictures/products/constructor/00000000-0000-7000-8000-000000000000.svg',
      '/pictures/products/honey/1.svg',
      '/pictures/categories/toString.svg',
      '/pictures/cooperatives/%3Cscript%3E.svg',
      `/pictures/cooperatives/${'a'.repeat(300)}.svg`,
      '/pictures/categories/carpet.png',
      '/pictures/categories/carpet.svg/more',
    ]) {
      await app.http.get(path).expect(404);
    }
  });
});
