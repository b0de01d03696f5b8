import type { ProductDetail } from '@tiwizi/contracts';
import { useNonce } from '../../nonce.js';

/** Product with its offers for search engines; `<` is written so that no text can end the element. */
export function StructuredData({
  product,
  url,
  publicUrl,
}: {
  product: ProductDetail;
  url: string;
  publicUrl: string;
}) {
  const nonce = useNonce();
  const content = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title.text,
    description: product.description.text,
    inLanguage: product.title.locale,
    image: product.pictures.map((picture) => new URL(picture.url, publicUrl).href),
    brand: { '@type': 'Brand', name: product.cooperative.name.text },
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      sku: variant.sku,
      url,
      price: (variant.price.amount / 100).toFixed(2),
      priceCurrency: variant.price.currency,
      availability: `https://schema.org/${variant.available ? 'InStock' : 'OutOfStock'}`,
      seller: { '@type': 'Organization', name: product.cooperative.name.text },
    })),
  };
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: JSON.stringify(content).replace(/</g, '\\u003c') }}
    />
  );
}
