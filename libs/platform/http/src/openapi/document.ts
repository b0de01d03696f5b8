import { Problem, rolesAllowed, type Endpoint } from '@tiwizi/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

const introduction = [
  'Amounts are whole minor units with an ISO 4217 code. Texts carry the language they are really in.',
  'Choose a language with `?locale=` or `Accept-Language`. Errors are `application/problem+json` with stable codes.',
  'Lists go on with the `nextCursor` they answered. Where a route asks for `Idempotency-Key`, the same key and body',
  'give the same answer for seven days.',
].join(' ');

/** The document of exactly the routes that are mounted, from the same schemas that check them. */
export function openApiDocument(endpoints: readonly Endpoint[], serverUrl: string): Json {
  const schemas = new Components();
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, schemas) };
  }
  const tags = [...new Set(endpoints.map(tagOf))].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tiwizi',
      version: '1',
      summary: 'The marketplace of Morocco’s cooperatives',
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    tags: tags.map((name) => ({ name, description: `What the context ${name} answers` })),
    paths,
    components: {
      schemas: schemas.all,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-tiwizi' } },
    },
  };
}

const tagOf = ({ id }: Endpoint): string => id.split('/')[0] ?? id;

function operation(endpoint: Endpoint, schemas: Components): Json {
  const { access, body, isMultipart, isIdempotent, response, status = 200 } = endpoint;
  const roles = rolesAllowed(access);
  return {
    operationId: endpoint.id.replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase()),
    tags: [tagOf(endpoint)],
    summary: endpoint.summary,
    description: roles.length ? `Needs \`${access}\`: ${roles.join(', ')}.` : 'Anyone may call it.',
    security: roles.length ? [{ session: [] }] : [{}],
    'x-access': access,
    parameters: [
      ...parameters(endpoint.params, 'path', schemas),
      ...parameters(endpoint.query, 'query', schemas),
      ...(isIdempotent ? [idempotencyKey] : []),
    ],
    ...(body && { requestBody: content(schemas.of(body, 'input')) }),
    ...(isMultipart && { requestBody: upload }),
    responses: {
      [status]: { description: 'As asked', ...content(schemas.of(response, 'output'), false) },
      '4XX': { description: 'A refusal that says what to do', ...problem(schemas) },
      '5XX': { description: 'Our fault, or a rest', ...problem(schemas) },
    },
  };
}

const content = (schema: Json, required = true) => ({
  ...(required && { required }),
  content: { 'application/json': { schema } },
});

const problem = (schemas: Components) => ({
  content: { 'application/problem+json': { schema: schemas.of(Problem, 'output') } },
});

const upload = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: '16 to 255 visible ASCII characters, new for each intention',
  schema: { type: 'string', minLength: 16, maxLength: 255 },
};

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query', schemas: Components): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemas.inline(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** Schemas with an id stand once, below `components`. */
class Components {
  readonly all: Record<string, unknown> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const { id, ...rest } = this.inline(schema, io) as Json & { id?: string };
    if (!id) return rest;
    this.all[id] = rest;
    return { $ref: `#/components/schemas/${id}` };
  }

  inline(schema: z.ZodType, io: 'input' | 'output'): Json {
    const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
    const {
      $schema: _,
      $defs,
      ...own
    } = JSON.parse(JSON.stringify(made).replaceAll('#/$defs/', '#/components/schemas/'));
    for (const [name, definition] of Object.entries<Json>($defs ?? {})) {
      const { id: _id, ...rest } = definition;
      this.all[name] ??= rest;
    }
    return own;
  }
}
