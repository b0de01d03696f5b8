/** Namespaces of the workspace, the moderation desk and the back office: `seller…`, `workspace…`, `moderation…`, `admin…`. */
export type DeskTexts = Record<never, never>;
