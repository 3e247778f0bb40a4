/**
 * Decision tables as files any DMN tool opens: OMG DMN 1.3 (formal/2021-02-01), annex of the XML schema. One decision with one
 * table a file. Of a table in the standard we read what a rule of law needs: a plain name as input expression, the cells of
 * {@link parseCell}, and the articles of a row in its annotation 依据, one after another with ； between them. Pure.
 */
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import {
  type DecisionTable,
  HIT_POLICIES,
  type HitPolicy,
  type Input,
  type Output,
  type Row,
} from './decision-table.ts';
import { CellError, type Known, parseCell, type UnaryTest } from './unary-test.ts';

/** DMN 1.3. */
const DMN = 'https://www.omg.org/spec/DMN/20191111/MODEL/';
/** Name of the annotation that holds the articles. */
const BASIS = '依据';
const TYPES = ['number', 'string', 'boolean'] as const;

/** What makes a file no table; `place` is the row and column, or the element, where it stands. */
export class TableError extends Error {
  readonly place: string;
  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.place = place;
  }
}

/**
 * Reads the table of a DMN file.
 *
 * @throws TableError naming the place that does not hold
 */
export function readDmn(xml: string): DecisionTable {
  const root = parse(xml);
  if (root.localName !== 'definitions' || root.namespaceURI !== DMN)
    throw new TableError('definitions', 'the file is not DMN 1.3');
  const decision = only(root, 'decision', 'definitions');
  const id = attribute(decision, 'id', 'decision');
  const table = only(decision, 'decisionTable', id);
  const inputs = children(table, 'input').map((input, index) =>
    inputOf(input, `input ${index + 1}`),
  );
  const outputs = children(table, 'output').map((output, index) =>
    outputOf(output, `output ${index + 1}`),
  );
  if (outputs.length === 0) throw new TableError(id, 'a table without output');
  const basisAt = children(table, 'annotation').findIndex(
    (annotation) => annotation.getAttribute('name') === BASIS,
  );
  if (basisAt < 0) throw new TableError(id, `a table without the annotation ${BASIS}`);
  const rows = children(table, 'rule').map((rule) => rowOf(rule, inputs, outputs, basisAt));
  refuseTwice(rows.map((row) => row.id));
  return {
    id,
    name: attribute(decision, 'name', id),
    hitPolicy: hitPolicyOf(table, id),
    inputs,
    outputs,
    rows,
  };
}

function parse(xml: string): Element {
  // Entities of a file's own making can grow without end, and no table needs them.
  if (xml.includes('<!DOCTYPE')) throw new TableError('file', 'a document type is not allowed');
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      xml,
      'text/xml',
    );
    if (document.documentElement) return document.documentElement;
  } catch (error) {
    throw new TableError('file', error instanceof Error ? error.message : String(error));
  }
  throw new TableError('file', 'no XML');
}

function inputOf(element: Element, place: string): Input {
  const expression = only(element, 'inputExpression', place);
  const name = text(only(expression, 'text', place)).trim();
  if (!/^[a-z][\w.]*$/i.test(name)) throw new TableError(place, `${name} is no plain name`);
  const allowed = children(element, 'inputValues')[0];
  return {
    name,
    label: element.getAttribute('label') ?? name,
    type: typeOf(expression, place),
    values: allowed ? valuesOf(only(allowed, 'text', place), place) : null,
  };
}

function valuesOf(element: Element, place: string): string[] {
  const { conditions } = cellOf(text(element), place);
  return conditions.map((condition) => {
    if (condition.kind !== 'equal' || typeof condition.value !== 'string')
      throw new TableError(place, 'values are a list of texts');
    return condition.value;
  });
}

function outputOf(element: Element, place: string): Output {
  const name = attribute(element, 'name', place);
  return { name, label: element.getAttribute('label') ?? name, type: typeOf(element, place) };
}

function rowOf(
  rule: Element,
  inputs: readonly Input[],
  outputs: readonly Output[],
  basisAt: number,
): Row {
  const id = attribute(rule, 'id', 'rule');
  const entries = children(rule, 'inputEntry');
  const answers = children(rule, 'outputEntry');
  if (entries.length !== inputs.length || answers.length !== outputs.length)
    throw new TableError(id, 'a row needs a cell for each column');
  const basis = text(children(rule, 'annotationEntry')[basisAt] ?? null)
    .split('；')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (basis.length === 0) throw new TableError(id, `a row without ${BASIS}`);
  return {
    id,
    cells: entries.map((entry, index) => fitting(entry, inputs[index], id)),
    outputs: answers.map((entry, index) => answerOf(entry, outputs[index], id)),
    basis,
  };
}

/** The cell, whose values are of the column's type and among those it allows. */
function fitting(entry: Element, input: Input | undefined, id: string): UnaryTest {
  const place = `${id}, ${input?.label ?? ''}`;
  const cell = cellOf(text(only(entry, 'text', place)), place);
  for (const condition of cell.conditions) {
    const value = condition.kind === 'equal' ? condition.value : 0;
    if (typeof value !== input?.type)
      throw new TableError(place, `not a ${input?.type ?? 'column'}`);
    if (input.values && !input.values.includes(String(value)))
      throw new TableError(place, `${String(value)} is not among the values of the column`);
  }
  return cell;
}

function answerOf(entry: Element, output: Output | undefined, id: string): Known {
  const place = `${id}, ${output?.label ?? ''}`;
  const [condition, more] = cellOf(text(only(entry, 'text', place)), place).conditions;
  if (condition?.kind !== 'equal' || more || typeof condition.value !== output?.type)
    throw new TableError(place, `an answer is one ${output?.type ?? 'value'}`);
  return condition.value;
}

function cellOf(cell: string, place: string): UnaryTest {
  try {
    return parseCell(cell);
  } catch (error) {
    if (error instanceof CellError)
      throw new TableError(place, `${error.message} (${error.at + 1})`);
    throw error;
  }
}

function hitPolicyOf(table: Element, id: string): HitPolicy {
  const given = table.getAttribute('hitPolicy') ?? 'UNIQUE';
  const policy = HIT_POLICIES.find((one) => one === given);
  if (!policy || table.getAttribute('aggregation'))
    throw new TableError(id, `hit policy ${given} is not one of ${HIT_POLICIES.join(', ')}`);
  return policy;
}

function typeOf(element: Element, place: string): Input['type'] {
  const given = element.getAttribute('typeRef') ?? '';
  const type = TYPES.find((one) => one === given);
  if (!type) throw new TableError(place, `type ${given} is not one of ${TYPES.join(', ')}`);
  return type;
}

function refuseTwice(ids: readonly string[]): void {
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TableError(twice, 'two rows have this id');
}

function children(parent: Element, name: string): Element[] {
  return [...parent.childNodes].filter(
    (node): node is Element =>
      node.nodeType === node.ELEMENT_NODE && node.localName === name && node.namespaceURI === DMN,
  );
}

function only(parent: Element, name: string, place: string): Element {
  const [first, second] = children(parent, name);
  if (!first || second) throw new TableError(place, `needs one ${name}`);
  return first;
}

function attribute(element: Element, name: string, place: string): string {
  const value = element.getAttribute(name);
  if (!value) throw new TableError(place, `${element.localName ?? ''} needs ${name}`);
  return value;
}

function text(element: Element | null): string {
  return element?.textContent ?? '';
}
