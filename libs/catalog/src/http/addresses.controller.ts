import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { NotFound, PublicAsset, ReadCache } from '@tiwizi/http';
import { isLocale, locales, pickText } from '@tiwizi/i18n';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { Readable } from 'node:stream';
import { categories } from '../domain/categories.js';
import { isId } from '../domain/id-or-slug.js';
import { ListAddresses, shardSize, type Offer } from '../use-cases/list-addresses.query.js';

const hourMs = 3_600_000;
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const schema = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** What search engines read: every address in every language, and what is for sale; written as it is read. */
@Controller()
export class AddressesController {
  private readonly shop: string;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly addresses: ListAddresses,
    private readonly cache: ReadCache,
  ) {
    this.shop = settings.publicUrl.replace(/\/$/, '');
  }

  @Get('robots.txt')
  @PublicAsset()
  robots(): StreamableFile {
    const text = `User-agent: *\nDisallow: /api/\nSitemap: ${this.shop}/sitemap.xml\n`;
    return new StreamableFile(Buffer.from(text), { type: 'text/plain; charset=utf-8' });
  }

  @Get('sitemap.xml')
  @PublicAsset()
  async index(): Promise<StreamableFile> {
    const text = await this.cache.answer('catalog/sitemap', hourMs, async () => {
      const shards = await this.addresses.shards();
      const files = ['/sitemap-shop.xml', ...shards.map((after) => `/sitemap-products.xml?after=${after}`)];
      const entries = files.map((file) => `<sitemap><loc>${this.shop}${file}</loc></sitemap>`).join('\n');
      return `${xml}<sitemapindex xmlns="${schema}">\n${entries}\n</sitemapindex>\n`;
    });
    return new StreamableFile(text, { type: 'application/xml; charset=utf-8' });
  }

  @Get('sitemap-shop.xml')
  @PublicAsset()
  pages(): StreamableFile {
    return this.urls(this.shopPages());
  }

  @Get('sitemap-products.xml')
  @PublicAsset()
  products(@Query('after') after: unknown): StreamableFile {
    if (typeof after !== 'string' || !isId(after)) throw new NotFound();
    return this.urls(this.productPages(after));
  }

  /** One line per product, as price comparers take it. */
  @Get('feeds/:locale/products.tsv')
  @PublicAsset()
  feed(@Param('locale') locale: string): StreamableFile {
    if (!isLocale(locale)) throw new NotFound();
    const { addresses, shop } = this;
    async function* lines(): AsyncGenerator<string> {
      yield `${columns.map(([name]) => name).join('\t')}\n`;
      for await (const page of addresses.products()) {
        yield page
          .map((offer) => `${columns.map(([, of]) => cell(of(offer, locale as Locale, shop))).join('\t')}\n`)
          .join('');
      }
    }
    return new StreamableFile(Readable.from(lines()), { type: 'text/tab-separated-values; charset=utf-8' });
  }

  private async *shopPages(): AsyncGenerator<string[]> {
    yield ['', '/cooperatives', '/aide', '/livraison-retours', '/conditions', '/confidentialite', '/accessibilite'];
    yield categories.map(({ id }) => `/c/${id}`);
    for await (const slugs of this.addresses.cooperatives()) yield slugs.map((slug) => `/cooperatives/${slug}`);
  }

  private async *productPages(after: string): AsyncGenerator<string[]> {
    for await (const page of this.addresses.products(after, shardSize)) yield page.map(({ slug }) => `/p/${slug}`);
  }

  /** Each page in each language, and beside it where the others are. */
  private urls(pages: AsyncIterable<string[]>): StreamableFile {
    const { shop } = this;
    const entry = (path: string) => {
      const others = locales.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${shop}/${other}${path}"/>`,
      );
      return locales.map((locale) => `<url><loc>${shop}/${locale}${path}</loc>${others.join('')}</url>\n`).join('');
    };
    async function* text(): AsyncGenerator<string> {
      yield `${xml}<urlset xmlns="${schema}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`;
      for await (const page of pages) yield page.map(entry).join('');
      yield '</urlset>\n';
    }
    return new StreamableFile(Readable.from(text()), { type: 'application/xml; charset=utf-8' });
  }
}

type Locale = (typeof locales)[number];

const columns: readonly (readonly [string, (offer: Offer, locale: Locale, shop: string) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }, locale) => pickText(title, locale).text],
  ['description', ({ description }, locale) => pickText(description, locale).text],
  ['link', ({ slug }, locale, shop) => `${shop}/${locale}/p/${slug}`],
  ['image_link', ({ picture }, _locale, shop) => `${shop}${picture}`],
  ['availability', ({ isAvailable }) => (isAvailable ? 'in_stock' : 'out_of_stock')],
  ['price', ({ priceAmount, currency }) => `${decimal(priceAmount)} ${currency}`],
  ['brand', ({ cooperative }, locale) => pickText(cooperative, locale).text],
  ['product_type', ({ categoryId }) => categoryId],
];

const decimal = (minorUnits: string): string => minorUnits.padStart(3, '0').replace(/(\d\d)$/, '.$1');

const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
