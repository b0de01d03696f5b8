import type { Listing, LocalizedText } from '@tiwizi/contracts';
import { FieldError, Icon } from '@tiwizi/ui';
import { useCallback, useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useActionData, useRevalidator, useSubmit } from 'react-router';
import { useTexts } from '../../i18n/use-texts.js';
import type { Refusal } from '../../server/refusal.server.js';
import { shrinkPhoto } from './shrink-photo.js';

type Image = Listing['images'][number];
const mostPhotos = 8;
const pollMs = 2_000;

/** Stands inside the editor's form: every button sends the form, so nothing typed beside it is lost. */
export function PhotoManager({ images, error }: { images: readonly Image[]; error: LocalizedText | undefined }) {
  const { t, say } = useTexts('workspace');
  const isWaiting = images.some(({ status }) => status === 'processing');
  useRefreshWhile(isWaiting);
  return (
    <div className="field photos" id="photos" tabIndex={-1}>
      {images.length < mostPhotos ? <AddPhotos isFirst={!images.length} /> : null}
      <FieldError id="photos-error" text={error} />
      {images.length ? (
        <ol className="photo-list" aria-label={t('photos.list')}>
          {images.map((image, index) => (
            <PhotoItem key={image.id} image={image} index={index} count={images.length} />
          ))}
        </ol>
      ) : null}
      <output className="hint">{say('photos.count', { count: images.length, most: mostPhotos })}</output>
    </div>
  );
}

function AddPhotos({ isFirst }: { isFirst: boolean }) {
  const { say, t } = useTexts('workspace');
  const { choose, again, sending, waiting } = useSendChosen();
  const { say: frame } = useTexts('frame');
  return (
    <div className={isFirst ? 'shoot' : 'shoot shoot-small'}>
      {isFirst ? <Icon name="camera" /> : null}
      <label className="button button-main file-button">
        <Icon name="camera" />
        <span>{say('photos.take')}</span>
        <input type="file" name="photo" accept="image/*" capture="environment" onChange={choose} />
      </label>
      <label className="button button-line file-button">
        <span>{say('photos.choose')}</span>
        <input type="file" name="photo" accept="image/jpeg,image/png,image/webp" multiple onChange={choose} />
      </label>
      <button className="button button-main without-script" name="intent" value="photos-add">
        {say('photos.send')}
      </button>
      <output>
        {sending ? t('photos.sending', { count: sending }) : ''}
        {waiting ? t('photos.waiting', { count: waiting }) : ''}
      </output>
      {again ? (
        <button className="button button-line" type="button" onClick={again}>
          <Icon name="undo" />
          {frame('retry')}
        </button>
      ) : null}
    </div>
  );
}

interface Chosen {
  readonly form: HTMLFormElement;
  readonly files: readonly File[];
}

/**
 * With scripts a chosen photo leaves at once, shrunk; without them the button beside it sends it. What could not leave
 * goes by itself when the network is back; what was on its way may have arrived, so it goes again only when asked to,
 * after the page has looked.
 */
function useSendChosen() {
  const submit = useSubmit();
  const { revalidate } = useRevalidator();
  const answer = useActionData<{ refusal?: Refusal }>();
  const [sending, setSending] = useState(0);
  const [offline, setOffline] = useState<Chosen | null>(null);
  const [lost, setLost] = useState<Chosen | null>(null);
  const onTheWay = useRef<Chosen | null>(null);
  const send = useCallback(
    async (chosen: Chosen) => {
      setOffline(navigator.onLine ? null : chosen);
      if (!navigator.onLine) return;
      setSending(chosen.files.length);
      // One after the other: a cheap phone has no room for eight large pictures at once.
      const files: File[] = [];
      for (const file of chosen.files) files.push(await shrinkPhoto(file));
      onTheWay.current = chosen;
      const form = new FormData(chosen.form);
      form.delete('photo');
      form.set('intent', 'photos-add');
      for (const file of files) form.append('photo', file);
      await submit(form, { method: 'post', encType: 'multipart/form-data', preventScrollReset: true });
      setSending(0);
    },
    [submit],
  );
  useEffect(() => {
    setLost(answer?.refusal?.code === 'network' ? onTheWay.current : null);
    onTheWay.current = null;
  }, [answer]);
  useEffect(() => {
    if (!offline) return undefined;
    const leave = () => void send(offline);
    window.addEventListener('online', leave, { once: true });
    return () => window.removeEventListener('online', leave);
  }, [offline, send]);
  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(input.files ?? [])];
    if (!input.form || !files.length) return;
    void send({ form: input.form, files });
    // The same photo may be chosen again.
    input.value = '';
  };
  const again = lost && (() => void revalidate().then(() => send(lost)));
  return { choose, again, sending, waiting: offline?.files.length ?? 0 };
}

function PhotoItem({ image, index, count }: { image: Image; index: number; count: number }) {
  const { t, say } = useTexts('workspace');
  const number = index + 1;
  return (
    <li className={`photo photo-${image.status}`}>
      <div className="tile">
        {image.picture ? (
          <img src={image.picture.url} srcSet={image.picture.srcset ?? undefined} sizes="8rem" alt="" />
        ) : null}
        {image.status === 'ready' ? null : <Icon name={image.status === 'processing' ? 'clock' : 'alert'} />}
      </div>
      <p className="photo-state">
        <b>{index ? t('photos.number', { number }) : say('photos.cover')}</b>
        {say(`photos.${image.status}`)}
      </p>
      <div className="photo-acts">
        {count > 1 ? (
          <>
            <button
              className="button button-quiet"
              name="intent"
              value={`photo-up:${image.id}`}
              disabled={!index}
              aria-label={t('photos.upNamed', { number })}
            >
              {say('photos.up')}
            </button>
            <button
              className="button button-quiet"
              name="intent"
              value={`photo-down:${image.id}`}
              disabled={number === count}
              aria-label={t('photos.downNamed', { number })}
            >
              {say('photos.down')}
            </button>
          </>
        ) : null}
        <button
          className="button button-quiet"
          name="intent"
          value={`photo-remove:${image.id}`}
          aria-label={t('photos.removeNamed', { number })}
        >
          {say('photos.remove')}
        </button>
      </div>
    </li>
  );
}

/** The worker makes the renditions a moment later: the page looks again until they are there. */
function useRefreshWhile(isWaiting: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWaiting || state !== 'idle') return undefined;
    const timer = setTimeout(() => void revalidate(), pollMs);
    return () => clearTimeout(timer);
  }, [isWaiting, state, revalidate]);
}
