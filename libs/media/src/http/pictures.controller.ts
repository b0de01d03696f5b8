import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { PublicAsset, Reply } from '@tiwizi/http';
import type { FastifyReply } from 'fastify';
import { renditionKey } from '../domain/image.js';
import { PictureNotFound } from '../domain/picture-errors.js';
import { drawingAt } from '../domain/drawings.js';
import { Storage } from '../storage/storage.js';

const imageId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const rendition = /^([1-9]\d{0,3})\.webp$/;

/** An address never changes its content, so nobody asks for it twice. Opened by itself, a picture runs nothing. */
const headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

@Controller()
export class PicturesController {
  constructor(private readonly storage: Storage) {}

  @Get('media/:imageId/:file')
  @PublicAsset()
  async photograph(
    @Param('imageId') id: string,
    @Param('file') file: string,
    @Reply() reply: FastifyReply,
  ): Promise<StreamableFile> {
    const width = rendition.exec(file)?.[1];
    const stored = width && imageId.test(id) ? await this.storage.open(renditionKey(id, width)) : null;
    if (!stored) throw new PictureNotFound();
    void reply.headers(headers);
    return new StreamableFile(stored.content, { type: 'image/webp', length: stored.size });
  }

  @Get('pictures/:kind/:file')
  @PublicAsset()
  drawing(@Param('kind') kind: string, @Param('file') file: string, @Reply() reply: FastifyReply): string {
    return this.draw([kind, file], reply);
  }

  @Get('pictures/:kind/:craft/:file')
  @PublicAsset()
  productDrawing(
    @Param('kind') kind: string,
    @Param('craft') craft: string,
    @Param('file') file: string,
    @Reply() reply: FastifyReply,
  ): string {
    return this.draw([kind, craft, file], reply);
  }

  private draw(path: readonly string[], reply: FastifyReply): string {
    const svg = drawingAt(path.join('/'));
    if (svg === null) throw new PictureNotFound();
    void reply.headers({ ...headers, 'Content-Type': 'image/svg+xml; charset=utf-8' });
    return svg;
  }
}
