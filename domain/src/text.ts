/**
 * Text as people mean it rather than as they type it: lower case, without accents, apostrophes or other punctuation,
 * `&` as "and", one space between words. "King's Lynn" and "kings-lynn" come out the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘`.]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
