import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityApi } from '@tiwizi/identity';
import { pickText } from '@tiwizi/i18n';
import { Database } from '@tiwizi/persistence';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { Connection, signIn } from '../load/connection.js';
import type { Material } from '../material/sample.js';
import { CodeReader, purchase } from '../scenarios/purchase.js';
import { benchDomain } from './own-database.js';
import { demoId } from '../../demo/demo-id.js';

const ordersOnTheList = 60;
const casesInTheQueue = 60;
const password = 'measured-and-gone-2026';

const people = {
  president: { email: `president@${benchDomain}`, name: 'Fadma' },
  moderator: { email: `moderator@${benchDomain}`, name: 'Nadia' },
};

/** A president with orders to prepare, and a moderator with a queue; both have signed in. */
export async function prepareDesks(
  app: NestFastifyApplication,
  url: string,
  material: Material,
): Promise<{ president: string; moderator: string }> {
  await importPeople(app, material);
  const [president, moderator] = [
    await signIn(url, people.president.email, password),
    await signIn(url, people.moderator.email, password),
  ];
  const connection = new Connection(url);
  try {
    await placeOrders(connection, app.get(Database, { strict: false }), material, president);
    await submitListings(connection, url, material.desk.id, president, moderator);
  } finally {
    connection.close();
  }
  return { president, moderator };
}

async function importPeople(app: NestFastifyApplication, { desk: { id, slug, name } }: Material): Promise<void> {
  const seat = { id, slug, name: pickText(name, 'fr').text, role: 'president' as const };
  const person = { password, locale: 'fr' as const };
  await app.get(Database, { strict: false }).transaction((tx) =>
    app.get(IdentityApi, { strict: false }).importAccounts(tx, [
      {
        ...person,
        ...people.president,
        id: demoId('bench', `president/${id}`),
        roles: ['seller'],
        cooperatives: [seat],
      },
      { ...person, ...people.moderator, id: demoId('bench', 'moderator'), roles: ['moderator'], cooperatives: [] },
    ]),
  );
}

async function placeOrders(
  connection: Connection,
  database: Database,
  material: Material,
  cookie: string,
): Promise<void> {
  const path = `/api/v1/workspace/${material.desk.id}/orders?limit=1`;
  const { counts } = await connection.good<{ counts: { toPrepare: number } }>('GET', path, undefined, { cookie });
  const codes = new CodeReader(database);
  const goods = { goods: material.deskProducts, provinceIds: material.provinceIds };
  for (let placed = counts.toPrepare; placed < ordersOnTheList; placed += 1) await purchase(connection, goods, codes);
}

async function submitListings(
  connection: Connection,
  url: string,
  coopId: string,
  president: string,
  moderator: string,
): Promise<void> {
  const open = async () =>
    (
      await connection.good<{ openCount: number }>('GET', '/api/v1/moderation/cases?limit=1', undefined, {
        cookie: moderator,
      })
    ).openCount;
  const missing = casesInTheQueue - (await open());
  if (missing <= 0) return;
  const workspace = `/api/v1/workspace/${coopId}`;
  const imageId = await uploadPicture(`${url}${workspace}/images`, president);
  const headers = { cookie: president };
  for (let number = 1; number <= missing; number += 1) {
    const draft = { ...listing, title: { fr: `Miel de thym, récolte ${number}` }, imageIds: [imageId] };
    const { id } = await connection.good<{ id: string }>('POST', `${workspace}/products`, draft, headers);
    await connection.good('POST', `${workspace}/products/${id}/submit`, {}, headers);
  }
  // The worker opens a case for each.
  for (const deadline = Date.now() + 30_000; (await open()) < casesInTheQueue; await sleep(50)) {
    if (Date.now() > deadline) throw new Error('the listings do not reach the moderators');
  }
}

const listing = {
  categoryId: 'honey',
  description: { fr: 'Récolté en montagne, filtré à froid, en pot de verre.' },
  attributes: { origin_commune: 'Taliouine', harvest_year: 2026, botanical_source: 'Euphorbia' },
  variants: [{ measure: '250 g', price: { amount: 9_500, currency: 'MAD' }, stock: 24, weightGrams: 380 }],
};

async function uploadPicture(url: string, cookie: string): Promise<string> {
  const background = { r: 196, g: 120, b: 40 };
  const picture = sharp({ create: { width: 1200, height: 900, channels: 3, background } }).jpeg();
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(await picture.toBuffer())], { type: 'image/jpeg' }), 'photo.jpg');
  const response = await fetch(url, { method: 'POST', body: form, headers: { cookie } });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}
