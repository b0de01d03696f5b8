import { Injectable } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { randomUUID } from 'node:crypto';

const openCart = { name: 'checkout.open-cart', text: 'insert into checkout.cart (id) values ($1)' };

@Injectable()
export class OpenCart {
  constructor(private readonly database: Database) {}

  /** The id is the only key to the cart, so all of it is random. */
  async execute(): Promise<string> {
    const id = randomUUID();
    await this.database.named(openCart, [id]);
    return id;
  }
}
