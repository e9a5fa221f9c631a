/**
 * Teaches swc's syntax visitor, with which dependency-cruiser looks for imports, the statement
 * `using resource = …`: swc parses it, but its visitor throws at it. Importing this file does it.
 */
/* oxlint-disable typescript/no-deprecated -- dependency-cruiser uses it, whatever swc thinks */
import type { Statement, VariableDeclarator } from '@swc/core';
import { Visitor } from '@swc/core/Visitor.js';

interface UsingDeclaration {
  readonly type: 'UsingDeclaration';
  readonly decls: VariableDeclarator[];
}

const { prototype } = Visitor;
// oxlint-disable-next-line typescript/unbound-method -- called below with its own `this`
const visitKnownStatement = prototype.visitStatement;

prototype.visitStatement = function visitStatement(
  this: Visitor,
  statement: Statement | UsingDeclaration,
): Statement {
  if (statement.type !== 'UsingDeclaration') return visitKnownStatement.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement as unknown as Statement;
};
