/** As it is written in Morocco: +212612345678 is 06 12 34 56 78. */
export function phoneText(phone: string): string {
  const national = /^\+212(\d{9})$/.exec(phone)?.[1];
  return national ? `0${national}`.replace(/(\d{2})(?=\d)/g, '$1 ') : phone;
}
