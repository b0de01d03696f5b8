import type { DeliveryAddress, Translations } from '@tiwizi/contracts';
import { InvalidInput, type FieldError } from '@tiwizi/errors';
import { cleanLine, cleanText, normalizePhone, type CleanResult } from '@tiwizi/text';

/** An address as it is kept: clean text, the phone in international form, the city in every language we know. */
export interface StoredAddress {
  readonly name: string;
  readonly phone: string;
  readonly provinceId: string;
  readonly city: Translations;
  readonly line: string;
  readonly note: string | null;
}

type Typed = Omit<StoredAddress, 'city'>;

/** Every fault at once, each at the field the person filled in. */
export function cleanAddress(address: DeliveryAddress): Typed {
  const errors: FieldError[] = [];
  const take = (path: string, result: CleanResult): string => {
    if (result.ok) return result.value;
    errors.push({ path: `address.${path}`, code: result.code });
    return '';
  };
  const name = take('name', cleanLine(address.name));
  const line = take('line', cleanLine(address.line));
  const note = address.note ? take('note', cleanText(address.note)) : null;
  const phone = normalizePhone(address.phone);
  if (!phone) errors.push({ path: 'address.phone', code: 'checkout/invalid-phone' });
  if (errors.length || !phone) throw new InvalidInput(errors);
  return { name, phone, provinceId: address.provinceId, line, note };
}
