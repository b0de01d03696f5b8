/** `+2126••••••78`: enough to recognise one's own number. */
export const maskPhone = (phone: string): string =>
  phone.slice(0, 5) + '•'.repeat(Math.max(0, phone.length - 7)) + phone.slice(-2);
