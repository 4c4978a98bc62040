import {svg, type TemplateResult} from 'lit';
import {generate} from 'lean-qr';

/**
 * The modules of a QR code as one path, each a square of 1, with the four empty ones around that scanners need.
 * https://www.qrcode.com/en/howto/code.html
 */
export function qrPath(text: string): {readonly path: string; readonly size: number} {
  const code = generate(text);
  const quiet = 4;
  let path = '';
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`;
  }
  return {path, size: code.size + 2 * quiet};
}

/** The same as a drawing, dark on light whatever the page looks like. */
export function qrDrawing(text: string, label: string): TemplateResult {
  const {path, size} = qrPath(text);
  return svg`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect width=${size} height=${size} fill="#fff" />
    <path d=${path} fill="#000" />
  </svg>`;
}
