import type { Picture as PictureData } from '@tiwizi/contracts';
import { directionOf } from '@tiwizi/i18n';
import { Icon, Picture } from '@tiwizi/ui';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useHydrated } from '../../use-hydrated.js';

/** A strip that swipes by itself; with scripts it also has thumbnails, buttons and a close look. */
export function Gallery({ pictures, title }: { pictures: readonly PictureData[]; title: string }) {
  const { t, locale } = useTexts('product');
  const { t: frame } = useTexts('frame');
  const isHydrated = useHydrated();
  const strip = useRef<HTMLUListElement>(null);
  const thumbs = useRef<HTMLUListElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const [shown, setShown] = useState(0);
  const isRtl = directionOf(locale) === 'rtl';
  const show = (index: number) => {
    const next = Math.max(0, Math.min(pictures.length - 1, index));
    strip.current?.children[next]?.scrollIntoView({ block: 'nearest', inline: 'start' });
    setShown(next);
  };
  const onScroll = () => {
    const list = strip.current;
    if (list) setShown(Math.round(Math.abs(list.scrollLeft) / Math.max(1, list.clientWidth)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Arrows follow what is seen, not the order of reading.
    const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: shown + 1, [backward]: shown - 1, Home: 0, End: pictures.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const thumb = Math.max(0, Math.min(pictures.length - 1, to));
    show(thumb);
    thumbs.current?.querySelectorAll<HTMLButtonElement>('button')[thumb]?.focus();
  };
  const alt = (index: number) =>
    pictures[index]?.alt ?? `${title}, ${t('photoOf', { number: index + 1, total: pictures.length })}`;
  const current = pictures[shown];
  return (
    <div className="gallery">
      <div className="gallery-main">
        <ul className="gallery-strip" ref={strip} onScroll={onScroll}>
          {pictures.map((picture, index) => (
            <li key={`${picture.url}/${index}`}>
              <div className="tile">
                <Picture
                  value={picture}
                  alt={alt(index)}
                  sizes="(min-width: 60rem) 36rem, 100vw"
                  isFirst={index === 0}
                />
              </div>
            </li>
          ))}
        </ul>
        {isHydrated && current && !current.isGenerated ? (
          <button
            className="icon-button gallery-zoom"
            type="button"
            aria-label={t('zoom')}
            onClick={() => dialog.current?.showModal()}
          >
            <Icon name="zoom" />
          </button>
        ) : null}
      </div>
      {isHydrated && pictures.length > 1 ? (
        <ul className="thumbnails" aria-label={t('photos')} ref={thumbs}>
          {pictures.map((picture, index) => (
            <li key={`${picture.url}/${index}`}>
              <button
                type="button"
                aria-label={t('photoOf', { number: index + 1, total: pictures.length })}
                aria-current={index === shown ? 'true' : undefined}
                onClick={() => show(index)}
                onKeyDown={onKeyDown}
              >
                <img
                  src={picture.url}
                  srcSet={picture.srcset ?? undefined}
                  sizes="4.5rem"
                  alt=""
                  width={96}
                  height={72}
                  loading="lazy"
                />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <dialog className="zoom" ref={dialog} aria-label={t('zoom')}>
        <form method="dialog">
          <button className="icon-button" aria-label={frame('close')}>
            <Icon name="close" />
          </button>
        </form>
        {current && isHydrated ? <img src={current.url} alt={alt(shown)} loading="lazy" /> : null}
      </dialog>
    </div>
  );
}
