/** What other features use of evidence: uploading files, describing what was uploaded, and sending it again. */
export {
  EvidenceRefused,
  PROBLEMS as EVIDENCE_PROBLEMS,
  type ProblemCode as EvidenceProblemCode,
  problemOf as evidenceProblemOf,
  WARNINGS as EVIDENCE_WARNINGS,
  type Warning as EvidenceWarning,
} from './evidence.problems.ts';
export { cleanFileName } from './file-name.ts';
export { type ExhibitKind, FORMATS, type FormatName } from './formats.ts';
export type { Claims, Inspection } from './media/inspect.ts';
export { type Inspector, type InspectorOptions, openInspector } from './media/inspector.ts';
export type { Media, Place, TakenAt } from './media/media.ts';
export { type Delivery, sendBlob } from './send-blob.ts';
export {
  DEFAULT_LIMITS,
  type Owner,
  StoredFile,
  type UploadLimits,
} from './upload/upload.ts';
export {
  type UploadAnswer,
  UPLOADS_PATH,
  uploadRoutes,
  type UploadRoutesOptions,
} from './upload/upload.routes.ts';
export {
  openUploads,
  type Uploads,
  type UploadsOptions,
  type UploadView,
} from './upload/uploads.ts';
