import { Module } from '@nestjs/common';
import { RenderImage } from './events/render-image.js';
import { PicturesController } from './http/pictures.controller.js';
import { UploadsController } from './http/uploads.controller.js';
import { MediaApi } from './media.api.js';
import { DiskStorage } from './storage/disk-storage.js';
import { Storage } from './storage/storage.js';
import { ImageStates } from './use-cases/image-states.query.js';
import { UploadImage } from './use-cases/upload-image.js';

@Module({
  controllers: [UploadsController, PicturesController],
  providers: [MediaApi, ImageStates, UploadImage, RenderImage, { provide: Storage, useClass: DiskStorage }],
  exports: [MediaApi],
})
export class MediaModule {}
