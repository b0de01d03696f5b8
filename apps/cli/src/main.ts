import { setSourceMapsSupport } from 'node:module';

// Before anything else is loaded: traces name our own sources, wherever a command runs.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
await import('./run-command.js');
