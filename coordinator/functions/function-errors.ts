/** Why something could not be done with a function. */
import { IsopodError } from '../../shared/errors/isopod-error.ts';

export function noFunction(name: string): IsopodError {
  const message = `Could not find the function: there is none of the name ${name}`;
  return new IsopodError('FUNCTION_NOT_FOUND', message);
}

/** `version` may be an alias. */
export function noVersion(name: string, version: string): IsopodError {
  const message = `Could not find the function: ${name} has no version or alias ${version}`;
  return new IsopodError('FUNCTION_NOT_FOUND', message);
}

export function functionInUse(name: string, version: string, alias: string): IsopodError {
  const message = `Could not delete version ${version} of ${name}: the alias ${alias} leads to it`;
  return new IsopodError('FUNCTION_IN_USE', message);
}

export function functionLimit(fill: string): IsopodError {
  return new IsopodError('FUNCTION_LIMIT', `Could not keep more of functions: ${fill}`);
}
