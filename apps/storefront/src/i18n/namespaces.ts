import type { DeskTexts } from './desk-namespaces.js';
import type { ShopTexts } from './shop-namespaces.js';

/** Every text by namespace, as French has them: a key that is not there does not compile. */
export type Texts = ShopTexts & DeskTexts;
export type Namespace = keyof Texts & string;

type Base<K> = K extends `${infer B}_${'one' | 'many' | 'other'}` ? B : K;
export type TextKey<N extends Namespace> = Base<keyof Texts[N]> & string;
