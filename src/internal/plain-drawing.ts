/**
 * Draws elements with `createElement` and nothing else: no markup is parsed, so it works where a page lets nobody write
 * HTML (`trusted-types 'none'`), and it takes a fifth of the room of a template engine. For what must stand on any page,
 * however small and locked: the crisis signpost and the quick exit.
 */

/** What an element is to be. */
export interface Drawn {
  readonly tag: string;
  readonly attributes: Attributes;
  readonly children: Drawing;
}

/** Attributes that are empty are not there; functions are handlers. */
export interface Attributes {
  readonly [name: string]: string | boolean | undefined | ((event: Event) => void);
  /** Tells an element from its like, so that it keeps what a person opened or focused when it changes places. */
  readonly key?: string;
}

export type Drawing = string | false | null | undefined | Drawn | readonly Drawing[];

/**
 * @param name Name of the element, with its classes after a full stop: `p.small soft`.
 */
export const h = (name: string, attributes: Attributes, ...children: readonly Drawing[]): Drawn => {
  const [tag = '', className] = name.split('.');
  return {tag, attributes: {class: className, ...attributes}, children};
};

/** An element without attributes other than its classes. */
export const e = (name: string, ...children: readonly Drawing[]): Drawn => h(name, {}, ...children);

/** A button that sends nothing. */
export const button = (name: string, onclick: () => void, attributes: Attributes, ...children: readonly Drawing[]) =>
  h(name, {type: 'button', onclick, ...attributes}, ...children);

const keys = new WeakMap<Node, unknown>();

/** Makes the children of an element what they are to be, and leaves alone what already is. */
export function draw(parent: Node, children: Drawing): void {
  let at = parent.firstChild;
  for (const child of flat(children)) {
    const isText = typeof child === 'string';
    const name = isText ? '#text' : child.tag;
    const key = isText ? undefined : child.attributes.key;
    let node: ChildNode | null = at;
    while (node && !(node.nodeName.toLowerCase() === name && keys.get(node) === key)) node = node.nextSibling;
    node ??= isText ? document.createTextNode('') : create(name);
    if (node === at) at = at.nextSibling;
    else parent.insertBefore(node, at);
    keys.set(node, key);
    if (!isText) {
      setAttributes(node as Element, child.attributes);
      draw(node, child.children);
    } else if (node.nodeValue !== child) node.nodeValue = child;
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

const flat = (drawing: Drawing): readonly (string | Drawn)[] =>
  drawing instanceof Array ? drawing.flatMap(flat) : drawing ? [drawing as string | Drawn] : [];

const create = (tag: string) =>
  tag === 'svg' || tag === 'path'
    ? document.createElementNS('http://www.w3.org/2000/svg', tag)
    : document.createElement(tag);

function setAttributes(element: Element, attributes: Attributes): void {
  for (const {name} of [...element.attributes]) {
    // Whether a person opened it is theirs to say.
    if (name !== 'open' && !attributes[name]) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') (element as unknown as Record<string, unknown>)[name] = value;
    else if (value && name !== 'key') element.setAttribute(name, value === true ? '' : value);
  }
}

/** One of our icons, by its path. It stands beside its word and is hidden from screen readers. */
export const drawnIcon = (path: string): Drawn =>
  h('svg.icon', {viewBox: '0 0 24 24', 'aria-hidden': 'true'}, h('path', {d: path}));
