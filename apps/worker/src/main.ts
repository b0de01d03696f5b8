import { setSourceMapsSupport } from 'node:module';

// Before anything else is loaded: traces name our own sources. The maps of packages would take more memory than they do.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
await import('./work.js');
