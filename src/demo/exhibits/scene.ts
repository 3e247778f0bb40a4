/** Drawings that stand for photographs: plain shapes, different for every name. Pure. */
import type { PhotoScene } from '../plot.ts';
import { chanceOf } from '../chance.ts';

export const WIDTH = 960;
export const HEIGHT = 720;

type Chance = (below: number) => number;

const INKS = [
  '#8c2f2b',
  '#b08d57',
  '#3d5a80',
  '#5b7553',
  '#c9a227',
  '#6d597a',
  '#e09f3e',
  '#4f6d7a',
];

/** The scene as SVG. */
export function sceneSvg(scene: PhotoScene, name: string): string {
  const chance = chanceOf(name);
  const light = 216 + chance(24);
  const wall = `rgb(${light},${light - 4},${light - 14})`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${wall}"/>
<rect y="${HEIGHT - 130}" width="${WIDTH}" height="130" fill="#9a8f80"/>
${SCENES[scene](chance)}</svg>`;
}

const SCENES: Readonly<Record<PhotoScene, (chance: Chance) => string>> = {
  shelf: (chance) => [0, 1, 2].map((row) => shelf(chance, 90 + row * 190)).join(''),
  bottles: (chance) => shelf(chance, 150, 70, 300) + box(120, 560, 720, 20, '#6b4f3a'),
  kitchen: (chance) =>
    box(60, 380, 840, 40, '#c9ccd1') +
    box(60, 420, 840, 190, '#8d949c') +
    [0, 1, 2, 3].map((at) => circle(170 + at * 200, 372, 54 + chance(20), '#41464d')).join('') +
    box(90, 60, 780, 120, '#b7bcc2'),
  screen: (chance) =>
    box(150, 90, 660, 420, '#20242a') +
    box(172, 112, 616, 376, '#fdfdfb') +
    box(172, 112, 616, 46, '#b3302a') +
    [0, 1, 2, 3, 4, 5]
      .map((at) => box(196, 184 + at * 48, 180 + chance(380), 22, at % 2 ? '#c8c4bb' : '#8e887c'))
      .join('') +
    box(440, 510, 80, 90, '#3a3f46'),
  machine: (chance) =>
    box(260, 200, 380, 300, '#d99b28') +
    box(310, 130, 180, 90, '#4b4f55') +
    box(620, 120, 26, 400, '#3c4046') +
    box(560, 500, 300, 18, '#55595f') +
    circle(340, 540, 66, '#26292d') +
    circle(560, 540, 66, '#26292d') +
    box(330, 300 + chance(60), 120, 60, '#f3efe2'),
  scales: (chance) =>
    box(300, 420, 360, 120, '#e6e7e9') +
    box(270, 380, 420, 40, '#b9bdc2') +
    box(360, 452, 240, 54, '#1d2b1f') +
    [0, 1, 2, 3].map((at) => box(378 + at * 54, 462, 34, 34 - chance(14), '#7ff08c')).join('') +
    circle(400 + chance(160), 330, 60, '#c65b3a'),
  shop: (chance) =>
    box(80, 90, 800, 110, INKS[chance(INKS.length)] ?? '#8c2f2b') +
    box(80, 200, 800, 400, '#d9d2c3') +
    box(130, 250, 300, 350, '#8fa7b3') +
    box(530, 250, 300, 350, '#8fa7b3') +
    box(450, 290, 60, 310, '#5d5348'),
};

function shelf(chance: Chance, top: number, width = 44, height = 120): string {
  let x = 60;
  let goods = '';
  while (x < WIDTH - 100) {
    const tall = height - 30 + chance(30);
    const ink = INKS[chance(INKS.length)] ?? '#3d5a80';
    goods += box(x, top + height - tall, width, tall, ink);
    goods += box(x + 6, top + height - tall / 2, width - 12, 24, '#f4efe3');
    x += width + 6 + chance(16);
  }
  return goods + box(40, top + height, WIDTH - 80, 14, '#6b5b4b');
}

function box(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${fill}"/>`;
}

function circle(x: number, y: number, r: number, fill: string): string {
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
}
