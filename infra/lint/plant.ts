// Lints the sources given as JSON on standard input, each as if it stood in the named file, and prints what each one broke.
import { text } from 'node:stream/consumers';
import { boundaryLinter } from './boundaries.ts';

const planted: { file: string; source: string }[] = JSON.parse(await text(process.stdin));
const eslint = await boundaryLinter();
const broken = await Promise.all(
  planted.map(async ({ file, source }) => {
    const [result] = await eslint.lintText(source, { filePath: file });
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
  }),
);
console.log(JSON.stringify(broken));
process.exit(0);
