import type {} from '@fastify/multipart';
import { Controller } from '@nestjs/common';
import * as contracts from '@tiwizi/contracts';
import type { ResponseOf } from '@tiwizi/contracts';
import { CallerParam, Input, Request, requireMember, Route, type Caller, type InputOf } from '@tiwizi/http';
import type { FastifyRequest } from 'fastify';
import { PictureEmpty, PictureTooLarge } from '../domain/picture-errors.js';
import { mostBytes } from '../domain/picture-limits.js';
import { UploadImage } from '../use-cases/upload-image.js';

/** The frame around the file: boundaries and the headers of its part. */
const mostFraming = 16 * 1024;

@Controller()
export class UploadsController {
  constructor(private readonly uploadImage: UploadImage) {}

  @Route(contracts.UploadImage)
  async upload(
    @CallerParam() caller: Caller,
    @Input() { params: { coopId } }: InputOf<typeof contracts.UploadImage>,
    @Request() request: FastifyRequest,
  ): Promise<ResponseOf<typeof contracts.UploadImage>> {
    const { accountId } = requireMember(caller, coopId);
    return this.uploadImage.execute(accountId, coopId, contentOf(request));
  }
}

/** The bytes of the one file. What is too large by its own word is not looked at. */
async function* contentOf(request: FastifyRequest): AsyncIterable<Buffer> {
  try {
    if (Number(request.headers['content-length']) > mostBytes + mostFraming) throw new PictureTooLarge();
    const part = await request.file({ limits: { fileSize: mostBytes + 1 } });
    if (!part) throw new PictureEmpty();
    yield* part.file;
  } finally {
    // Of a file that was refused half-way the rest runs into nothing, so that the sender can read why.
    request.raw.unpipe();
    request.raw.resume();
  }
}
