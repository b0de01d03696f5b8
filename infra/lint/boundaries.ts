import { ESLint } from 'eslint';
import { createProjectGraphAsync } from 'nx/src/project-graph/project-graph.js';
import { root } from '../build/projects.ts';

/** ESLint with the project graph at hand: without one the boundary rule skips itself and still passes. */
export async function boundaryLinter(): Promise<ESLint> {
  process.env.NX_DAEMON = 'false';
  process.env.NX_WORKSPACE_ROOT_PATH = root;
  await createProjectGraphAsync({ exitOnError: false });
  return new ESLint({ cwd: root, errorOnUnmatchedPattern: false });
}

/** Boundaries between projects and promises nobody waits for, in all sources; returns the findings as text. */
export async function lintSources(): Promise<string> {
  const eslint = await boundaryLinter();
  const results = await eslint.lintFiles(['apps', 'libs', 'infra']);
  const formatter = await eslint.loadFormatter('stylish');
  return formatter.format(results.filter(({ messages }) => messages.length > 0));
}
