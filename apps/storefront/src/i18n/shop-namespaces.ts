import type attributes from './fr/attributes.json';
import type cart from './fr/cart.json';
import type checkout from './fr/checkout.json';
import type frame from './fr/frame.json';
import type home from './fr/home.json';
import type listing from './fr/listing.json';
import type orders from './fr/orders.json';
import type product from './fr/product.json';
import type search from './fr/search.json';

export interface ShopTexts {
  attributes: typeof attributes;
  cart: typeof cart;
  checkout: typeof checkout;
  frame: typeof frame;
  home: typeof home;
  listing: typeof listing;
  orders: typeof orders;
  product: typeof product;
  search: typeof search;
}
