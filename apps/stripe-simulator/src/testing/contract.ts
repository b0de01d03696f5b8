import { readFileSync } from 'node:fs';

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
}

const contract = JSON.parse(
  readFileSync(new URL('../../contract/stripe-node-23.1.0.trimmed.json', import.meta.url), 'utf8'),
) as {
  $defs: Record<string, Schema>;
};

/** Where a value departs from the named type of the contract; empty when it keeps to it. Properties the type does not know count too. */
export function departures(type: string, value: unknown): string[] {
  const schema = contract.$defs[type];
  if (!schema) throw new Error(`the contract has no ${type}`);
  return check(schema, value, type);
}

export function parameterNames(type: string): string[] {
  return Object.keys(contract.$defs[type]?.properties ?? {});
}

function check(schema: Schema, value: unknown, path: string): string[] {
  if (schema.$ref) return departuresAt(schema.$ref.slice('#/$defs/'.length), value, path);
  if (schema.anyOf) {
    const tried = schema.anyOf.map((choice) => check(choice, value, path));
    return tried.find((found) => found.length === 0) ?? tried.sort((a, b) => b.length - a.length)[0] ?? [];
  }
  if ('const' in schema) return value === schema.const ? [] : [`${path} must be ${String(schema.const)}`];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${path} is none of the known values: ${String(value)}`];
  switch (schema.type) {
    case 'object':
      return checkObject(schema, value, path);
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => check(schema.items ?? {}, item, `${path}[${index}]`))
        : [`${path} must be a list`];
    case 'null':
      return value === null ? [] : [`${path} must be null`];
    case undefined:
      return [];
    default:
      return typeof value === schema.type ? [] : [`${path} must be a ${schema.type}`];
  }
}

function departuresAt(type: string, value: unknown, path: string): string[] {
  const schema = contract.$defs[type];
  return schema ? check(schema, value, path) : [`${path}: the contract has no ${type}`];
}

function checkObject(schema: Schema, value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} must be an object`];
  const { properties, additionalProperties: others, required = [] } = schema;
  const missing = required.filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
  const found = Object.entries(value).flatMap(([name, child]) => {
    const known = properties?.[name];
    if (known) return check(known, child, `${path}.${name}`);
    if (typeof others === 'object') return check(others, child, `${path}.${name}`);
    return properties ? [`${path}.${name} is unknown`] : [];
  });
  return [...missing, ...found];
}
