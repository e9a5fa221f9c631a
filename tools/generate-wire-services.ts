/** The methods of the protocol's services as a table, which shared/wire makes definitions of. */
import type protobuf from 'protobufjs';

export function generateWireServices(services: readonly protobuf.Service[]): string {
  return `${[
    header,
    '',
    'export interface WireMethod {',
    '  readonly name: string;',
    '  readonly path: string;',
    '  /** A message, by its name within the package. */',
    '  readonly request: string;',
    '  readonly requestStream: boolean;',
    '  readonly response: string;',
    '  readonly responseStream: boolean;',
    '}',
    '',
    'export const wireServices = {',
    ...services.flatMap((service) => [
      `  ${service.name}: [`,
      ...service.methodsArray.flatMap((method) => methodLines(service, method)),
      '  ],',
    ]),
    '} as const satisfies Record<string, readonly WireMethod[]>;',
  ].join('\n')}\n`;
}

const header = '// Made by tools/generate-wire-services.ts. Do not edit.';

function methodLines({ fullName }: protobuf.Service, method: protobuf.Method): string[] {
  return [
    '    {',
    `      name: '${method.name}',`,
    `      path: '/${fullName.slice(1)}/${method.name}',`,
    `      request: '${method.resolvedRequestType?.name}',`,
    `      requestStream: ${method.requestStream === true},`,
    `      response: '${method.resolvedResponseType?.name}',`,
    `      responseStream: ${method.responseStream === true},`,
    '    },',
  ];
}
