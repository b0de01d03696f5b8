import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@tiwizi/settings';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Storage, StorageUnavailable, type StoredFile } from './storage.js';

const keyPattern = /^[a-z]+(\/[a-z0-9-]+)*(\/[a-z0-9-]+\.[a-z]+)?$/;

@Injectable()
export class DiskStorage extends Storage {
  private readonly root: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    super();
    this.root = fileURLToPath(settings.storageUrl);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const target = this.pathOf(key);
    const part = `${target}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(part, bytes, { flush: true });
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined);
      throw new StorageUnavailable(`cannot write ${key}`, { cause: error });
    }
  }

  async read(key: string): Promise<Buffer | null> {
    return this.orNull(key, () => readFile(this.pathOf(key)));
  }

  async open(key: string): Promise<StoredFile | null> {
    return this.orNull(key, async () => {
      const file = await open(this.pathOf(key));
      const { size } = await file.stat();
      return { size, content: file.createReadStream() };
    });
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private async orNull<T>(key: string, read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      if (isAbsent(error)) return null;
      throw new StorageUnavailable(`cannot read ${key}`, { cause: error });
    }
  }

  private pathOf(key: string): string {
    if (!keyPattern.test(key)) throw new Error(`${JSON.stringify(key)} is no key of the storage`);
    return join(this.root, key);
  }
}

const isAbsent = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
