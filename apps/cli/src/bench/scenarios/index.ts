import { buyingScenarios } from './buying.js';
import { deskScenarios } from './desks.js';
import { pageScenarios } from './pages.js';
import { readScenarios } from './reads.js';
import { searchScenarios } from './searches.js';
import type { Scenario } from './place.js';

/** Everything that can be measured; each stands alone and asks for nothing that another has left behind. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...readScenarios,
  ...searchScenarios,
  ...buyingScenarios,
  ...deskScenarios,
  ...pageScenarios,
};

/** What is asked for, and what it is measured against. */
export function wantedScenarios(only: string | undefined): string[] {
  const names = only ? only.split(',').filter(Boolean) : Object.keys(scenarios);
  const limits = names.map((name) => {
    const scenario = scenarios[name];
    if (!scenario) throw new Error(`no scenario is named ${name}; there are ${Object.keys(scenarios).join(', ')}`);
    return scenario.limit;
  });
  return [...new Set([...limits.filter((limit) => limit !== null), ...names])];
}

export type { EngineWork, Place, Scenario, SearchKind } from './place.js';
