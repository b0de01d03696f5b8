export interface ProvidedChromium {
  executablePath: string;
  env: Record<string, string>;
  args: string[];
}
/** A Chromium from npm, unpacked once, with what Playwright's launch options need. */
export function provideChromium(): ProvidedChromium;
