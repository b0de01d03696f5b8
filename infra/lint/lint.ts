import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/projects.ts';
import { lintSources } from './boundaries.ts';

const oxlint = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--deny-warnings'], {
  cwd: root,
  stdio: 'inherit',
});
const findings = await lintSources();
if (findings) console.log(findings);
process.exit(oxlint.status === 0 && !findings ? 0 : 1);
