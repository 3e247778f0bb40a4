/**
 * What other features use of statutory documents. Pure files of other features import the pure files here directly, since this
 * list also names the renderer.
 */
export {
  loadSample,
  loadSampleContext,
  loadTemplates,
  type Sample,
} from './catalogue.ts';
export { checkValues } from './check.ts';
export type { BureauContext, CaseContext } from './context.ts';
export { type DecisionFrame, decisionText, isFlowing, paragraphLines } from './decision-text.ts';
export { extendKind, KindError, type KindExtension } from './document.schema.ts';
export {
  type DocumentKind,
  type DocumentTemplate,
  type Field,
  fieldsOf,
  type Officer,
  type Party,
  type Person,
  type Problem,
  type ProblemCode,
  titleOf,
  type Values,
} from './document.ts';
export { fillFromContext } from './fill.ts';
export type { FontSettings } from './fonts.ts';
export { FORMS } from './forms.ts';
export { documentSchema } from './json-schema.ts';
export { type DocumentNumber, formatDocumentNumber, parseDocumentNumber } from './number.ts';
export { pdfPageCount, pdfText, renderPage } from './pdf.ts';
export { type Penalty, penaltyRows, penaltyWords } from './penalty.ts';
export {
  DocumentRefused,
  openRenderer,
  type RenderedDocument,
  type Renderer,
  type RendererOptions,
  type RenderRequest,
} from './render.ts';
export { type Paragraph, paragraphText, type Segment } from './sensitive.ts';
export {
  amountInFigures,
  amountInWords,
  amountOnPaper,
  dateInWords,
  momentInWords,
} from './wording.ts';
