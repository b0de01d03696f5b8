import { newId } from '@tiwizi/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PictureFormat } from './picture-format.js';

/** A photograph of a cooperative. Its original is kept privately; buyers receive what the worker drew from it. */
@Entity({ schema: 'media', name: 'image' })
export class Image {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') cooperativeId!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('text') status!: 'processing' | 'ready' | 'refused';
  @Column('text') format!: PictureFormat;
  @Column('int') byteCount!: number;
  @Column('bytea') checksum!: Buffer;
  @Column('int', { nullable: true }) width!: number | null;
  @Column('int', { nullable: true }) height!: number | null;
  @Column('int', { array: true }) widths!: number[];
  @Column('timestamptz') uploadedAt!: Date;
  @Column('timestamptz', { nullable: true }) processedAt!: Date | null;

  static received(upload: Pick<Image, 'cooperativeId' | 'uploadedBy' | 'format' | 'byteCount' | 'checksum'>): Image {
    return Object.assign(new Image(), {
      ...upload,
      id: newId(),
      status: 'processing' as const,
      width: null,
      height: null,
      widths: [],
      uploadedAt: new Date(),
      processedAt: null,
    });
  }
}

export const originalKey = (imageId: string): string => `originals/${imageId}`;
export const renditionKey = (imageId: string, width: number | string): string => `renditions/${imageId}/${width}.webp`;
