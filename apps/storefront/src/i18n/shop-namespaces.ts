import type account from './fr/account.json';
import type attributes from './fr/attributes.json';
import type cart from './fr/cart.json';
import type checkout from './fr/checkout.json';
import type cooperatives from './fr/cooperatives.json';
import type frame from './fr/frame.json';
import type home from './fr/home.json';
import type listing from './fr/listing.json';
import type orders from './fr/orders.json';
import type pages from './fr/pages.json';
import type product from './fr/product.json';
import type search from './fr/search.json';

export interface ShopTexts {
  account: typeof account;
  attributes: typeof attributes;
  cart: typeof cart;
  checkout: typeof checkout;
  cooperatives: typeof cooperatives;
  frame: typeof frame;
  home: typeof home;
  listing: typeof listing;
  orders: typeof orders;
  pages: typeof pages;
  product: typeof product;
  search: typeof search;
}
