import { arrangePhotos, photoRefusal } from './photos.server.js';

describe('the order of photos', () => {
  const photos = ['a', 'b', 'c'];

  it('moves a photo one place up or down', () => {
    expect(arrangePhotos(photos, 'photo-up:c')).toEqual(['a', 'c', 'b']);
    expect(arrangePhotos(photos, 'photo-down:a')).toEqual(['b', 'a', 'c']);
  });

  it('leaves the first first and the last last', () => {
    expect(arrangePhotos(photos, 'photo-up:a')).toEqual(photos);
    expect(arrangePhotos(photos, 'photo-down:c')).toEqual(photos);
  });

  it('takes one away', () => {
    expect(arrangePhotos(photos, 'photo-remove:b')).toEqual(['a', 'c']);
  });

  it('does nothing for another gesture or a photo that is not there', () => {
    expect(arrangePhotos(photos, 'save')).toBeUndefined();
    expect(arrangePhotos(photos, 'photo-up:z')).toBeUndefined();
  });
});

describe('a photo that was refused', () => {
  it('is told once the rest was saved', () => {
    expect(photoRefusal('media/not-a-picture', 'fr')?.fields['photos']?.text).toMatch(/n’est pas une photo/);
  });

  it.each([null, 'identity/locked', 'media/<b>', ''])('is none for another word in the address: %p', (code) => {
    expect(photoRefusal(code, 'fr')).toBeUndefined();
  });
});
