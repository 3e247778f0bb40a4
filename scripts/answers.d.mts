/** The text of `src/http/answers.json`, from the shapes below `root`. */
export function answerSchemas(root: string): string;
