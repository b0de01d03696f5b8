import { DomainError } from '@tiwizi/errors';

export class PictureEmpty extends DomainError {
  readonly code = 'media/empty';
  readonly kind = 'invalid';
}

export class PictureTooLarge extends DomainError {
  readonly code = 'media/too-large';
  readonly kind = 'too-large';
}

export class TooManyPixels extends DomainError {
  readonly code = 'media/too-many-pixels';
  readonly kind = 'too-large';
}

/** A drawing is a program that somebody else's browser would run. */
export class SvgRefused extends DomainError {
  readonly code = 'media/svg-refused';
  readonly kind = 'unsupported-type';
}

export class NotAPicture extends DomainError {
  readonly code = 'media/not-a-picture';
  readonly kind = 'unsupported-type';
}

export class PictureNotFound extends DomainError {
  readonly code = 'media/not-found';
  readonly kind = 'not-found';
}
