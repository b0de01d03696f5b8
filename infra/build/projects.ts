import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Project {
  name: string;
  folder: string;
  /** The names of the workspace's own projects it stands on. */
  standsOn: string[];
}

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
}

const groups = ['apps', 'libs', 'libs/kernel', 'libs/platform'];

/** Every project of the workspace, by name. */
export function projects(): Map<string, Project> {
  const folders = groups.flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)));
  const found = folders.filter((folder) => existsSync(join(folder, 'package.json'))).map(read);
  return new Map(found.map((project) => [project.name, project]));
}

function read(folder: string): Project {
  const { name, dependencies = {} }: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return {
    name,
    folder,
    standsOn: Object.keys(dependencies).filter((dependency) => dependency.startsWith('@tiwizi/')),
  };
}

/** The named projects and everything they stand on. */
export function withDependencies(names: string[]): Project[] {
  const all = projects();
  const wanted = new Map<string, Project>();
  const add = (name: string) => {
    const project = all.get(name);
    if (!project) throw new Error(`no project is named ${name}`);
    if (wanted.has(name)) return;
    wanted.set(name, project);
    project.standsOn.forEach(add);
  };
  names.forEach(add);
  return [...wanted.values()];
}
