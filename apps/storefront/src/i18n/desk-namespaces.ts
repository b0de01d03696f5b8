import type admin from './fr/admin.json';
import type moderation from './fr/moderation.json';
import type workspace from './fr/workspace.json';

/** Namespaces of the workspace, the moderation desk and the back office: `seller…`, `workspace…`, `moderation…`, `admin…`. */
export interface DeskTexts {
  workspace: typeof workspace;
  moderation: typeof moderation;
  admin: typeof admin;
}
