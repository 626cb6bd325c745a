export interface JsonSchema {
  $ref?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  default?: unknown;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  allOf?: readonly JsonSchema[];
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema?: JsonSchema;
  /** With this parameter the answer has another shape than the documented one. */
  'x-changes-answer'?: boolean;
}

type Content = Readonly<Record<string, { schema?: JsonSchema }>>;

export interface Operation {
  id: string;
  method: string;
  /** Server prefix and template: `/api/people/{personId}`. */
  path: string;
  parameters: readonly Parameter[];
  /** Schemas by content type; null where nothing is read. */
  body: Content | null;
  answers: Readonly<Record<string, Content>>;
  /** Needs credentials. */
  secured: boolean;
  /** Methods that the document offers at this path. */
  offered: readonly string[];
}

export interface OpenApiDocument {
  openapi: string;
  servers?: readonly { url: string }[];
  security?: readonly unknown[];
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  components?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

interface RawOperation {
  operationId?: string;
  parameters?: readonly (Parameter | { $ref: string })[];
  requestBody?: { content?: Content } | { $ref: string };
  responses?: Readonly<Record<string, { content?: Content } | { $ref: string }>>;
  security?: readonly unknown[];
}

export function readOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) => {
    const offered = methods.filter((method) => method in item).map((method) => method.toUpperCase());
    const prefix = serverPath((item['servers'] as OpenApiDocument['servers']) ?? document.servers);
    const shared = (item['parameters'] ?? []) as RawOperation['parameters'];
    return offered.map((method): Operation => {
      const raw = item[method.toLowerCase()] as RawOperation;
      const body = resolve<{ content?: Content }>(document, raw.requestBody);
      const answers = Object.entries(raw.responses ?? {}).map(([status, answer]) => [status, resolve<{ content?: Content }>(document, answer)?.content ?? {}]);
      return {
        id: raw.operationId ?? `${method} ${path}`,
        method,
        path: `${prefix}${path}`,
        parameters: [...(shared ?? []), ...(raw.parameters ?? [])].flatMap((one) => resolve<Parameter>(document, one) ?? []),
        body: body?.content ?? null,
        answers: Object.fromEntries(answers) as Operation['answers'],
        secured: (raw.security ?? document.security ?? []).length > 0,
        offered,
      };
    });
  });
}

function serverPath(servers: OpenApiDocument['servers']): string {
  return (servers?.[0]?.url ?? '').replace(/^https?:\/\/[^/]+/, '').replace(/\/$/, '');
}

/** Follows `#/components/…`; anything else is taken as it stands. */
export function resolve<Value>(document: OpenApiDocument, value: unknown): Value | undefined {
  let found = value;
  for (let hops = 0; hops < 10 && found && typeof found === 'object' && '$ref' in found; hops += 1) {
    const steps = String((found as { $ref: string }).$ref).replace(/^#\//, '').split('/');
    found = steps.reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  }
  return found as Value | undefined;
}
