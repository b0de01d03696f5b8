import { InvalidInput, type FieldError, type ProblemParams } from '@tiwizi/errors';
import type { z } from 'zod';
import { UnknownProperty } from './errors.js';

type Part = 'params' | 'query' | 'body';
type Issue = z.core.$ZodIssue;

/** Parses one part of a request; every fault is named at once, by its path and a code that has a sentence. */
export function parse(schema: z.ZodType | undefined, value: unknown, part: Part): unknown {
  if (!schema) return undefined;
  const given = value ?? (part === 'body' ? undefined : {});
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  const issues = flatten(result.error.issues);
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => pathOf([...issue.path, key])) : [],
  );
  if (unknown.length) throw new UnknownProperty(unknown);
  throw new InvalidInput(issues.map(fieldError));
}

/** What was wrong in the first alternative of a union is more use to a person than "none fits". */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) =>
    issue.code === 'invalid_union' && issue.errors[0]?.length
      ? flatten(issue.errors[0].map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
      : [issue],
  );
}

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function fieldError(issue: Issue): FieldError {
  const [code, params] = codeOf(issue);
  return { path: pathOf(issue.path), code, ...(params && { params }) };
}

function codeOf(issue: Issue): [string, ProblemParams?] {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return ['validation/required'];
      return [issue.expected === 'int' ? 'validation/not-integer' : 'validation/invalid'];
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array')
        return ['validation/too-small', { minimum: Number(issue.minimum) }];
      return Number(issue.minimum) === 1
        ? ['validation/required']
        : ['validation/too-short', { minimum: Number(issue.minimum) }];
    case 'too_big':
      return [
        issue.origin === 'string' || issue.origin === 'array' ? 'validation/too-long' : 'validation/too-big',
        { maximum: Number(issue.maximum) },
      ];
    case 'invalid_format':
      return ['validation/invalid-format'];
    case 'invalid_value':
      return [issue.input === undefined ? 'validation/required' : 'validation/not-one-of'];
    case 'not_multiple_of':
      return ['validation/not-integer'];
    default:
      return ['validation/invalid'];
  }
}
