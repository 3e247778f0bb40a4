/** Makes the JSON Schemas of what the API answers from its TypeScript shapes: `src/http/answers.json`. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

/** The text of the file. */
export function answerSchemas(root) {
  const schema = createGenerator({
    path: join(root, 'src/http/answers.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Answers',
    topRef: false,
    skipTypeCheck: true,
    additionalProperties: false,
    sortProps: true,
  }).createSchema('Answers');
  const { properties, definitions } = schema;
  const text = JSON.stringify({ answers: properties, shapes: definitions }, null, 2);
  return `${text.replaceAll('#/definitions/', '#/components/schemas/')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  writeFileSync(join(root, 'src/http/answers.json'), answerSchemas(root));
}
