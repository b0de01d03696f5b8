import { Injectable } from '@nestjs/common';
import { ReadDirectory, type Directory } from '../answers/directory.query.js';
import { Places } from './places.js';

/** Where regions and provinces lie, made once for each reading of the directory. */
@Injectable()
export class ReadPlaces {
  private readonly made = new WeakMap<Directory, Places>();

  constructor(private readonly directory: ReadDirectory) {}

  async execute(): Promise<{ directory: Directory; places: Places }> {
    const directory = await this.directory.execute();
    const places = this.made.get(directory) ?? new Places(directory);
    this.made.set(directory, places);
    return { directory, places };
  }
}
