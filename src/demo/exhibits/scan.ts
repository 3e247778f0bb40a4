/** A paper that was scanned: a JPEG of its lines, and the same as a PDF of one page (ISO 32000-1 §8.9.5). */
import { join } from 'node:path';
import sharp from 'sharp';
import { chanceOf } from '../chance.ts';

export interface Paper {
  readonly title: string;
  readonly lines: readonly string[];
  /** What its flaws follow from. */
  readonly name: string;
}

const WIDTH = 1000;
const HEIGHT = 1414;
/** A4 in points. */
const PAGE = { width: 595, height: 842 };

/** The paper as it lay on the glass. `root` is the folder of the package, which brings the font. */
export async function scanImage(paper: Paper, root: string): Promise<Buffer> {
  const chance = chanceOf(paper.name);
  const title = await ink(paper.title, 34, root);
  const body = await ink(paper.lines.join('\n'), 22, root);
  const page = await sharp({
    create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fbfaf5' },
  })
    .composite([
      { input: title, left: 150, top: 140 },
      { input: body, left: 130, top: 260 },
      { input: stamp(), left: 600 + chance(90), top: 980 + chance(90) },
    ])
    .png()
    .toBuffer();
  return sharp(page)
    .rotate((chance(9) - 4) / 8, { background: '#e9e7e0' })
    .resize(WIDTH, HEIGHT)
    .jpeg({ quality: 62 })
    .toBuffer();
}

/** The scanned paper as a PDF. */
export async function scanPdf(paper: Paper, root: string): Promise<Buffer> {
  return pdfOf(await scanImage(paper, root));
}

async function ink(text: string, size: number, root: string): Promise<Buffer> {
  const folder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
  return sharp({
    text: {
      text: `<span foreground="#26282c">${text}</span>`,
      fontfile: join(folder, '400Regular/NotoSansSC_400Regular.ttf'),
      font: `Noto Sans SC ${size}`,
      width: WIDTH - 280,
      spacing: 22,
      rgba: true,
    },
  })
    .png()
    .toBuffer();
}

function stamp(): Buffer {
  return Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="220" height="220"><circle cx="110" cy="110" r="98" fill="none" stroke="#c0392b" stroke-width="7" opacity="0.75"/><path d="M110 66l12 33h35l-28 21 11 34-30-21-30 21 11-34-28-21h35z" fill="#c0392b" opacity="0.75"/></svg>',
  );
}

function pdfOf(jpeg: Buffer): Buffer {
  const drawing = `q ${PAGE.width} 0 0 ${PAGE.height} 0 0 cm /Scan Do Q`;
  const objects: readonly (readonly [string, Buffer | null])[] = [
    ['<< /Type /Catalog /Pages 2 0 R >>', null],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>', null],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Resources << /XObject << /Scan 5 0 R >> >> /Contents 4 0 R >>`,
      null,
    ],
    [`<< /Length ${drawing.length} >>`, Buffer.from(drawing)],
    [
      `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    ],
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\n', 'latin1')];
  const places: number[] = [];
  const length = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach(([dictionary, stream], index) => {
    places.push(length());
    parts.push(Buffer.from(`${index + 1} 0 obj\n${dictionary}\n`));
    if (stream) parts.push(Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n'));
    parts.push(Buffer.from('endobj\n'));
  });
  const start = length();
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
