import { Injectable } from '@nestjs/common';

/** What rows with these ids (UUIDs) are called; whatever has no name is left out. */
export type FindNames = (ids: readonly string[], locale: string) => Promise<ReadonlyMap<string, string>>;

/** The journal says `product:<id>`; a reader wants the product's name. Each context tells the names of its own kinds. */
@Injectable()
export class SubjectNames {
  private readonly kinds = new Map<string, FindNames>();

  tell(kind: string, find: FindNames): void {
    this.kinds.set(kind, find);
  }

  /** By subject; one question per kind. */
  async of(subjects: readonly string[], locale: string): Promise<Map<string, string>> {
    const byKind = Map.groupBy(new Set(subjects), kindOf);
    const found = await Promise.all(
      [...byKind].map(async ([kind, some]) => {
        const find = this.kinds.get(kind);
        if (!find) return [];
        const ids = some.map((subject) => subject.slice(kind.length + 1)).filter((id) => isId.test(id));
        const names = await find(ids, locale);
        return ids.flatMap((id): [string, string][] => {
          const name = names.get(id);
          return name ? [[`${kind}:${id}`, name]] : [];
        });
      }),
    );
    return new Map(found.flat());
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const kindOf = (subject: string): string => subject.split(':', 1)[0] ?? '';
