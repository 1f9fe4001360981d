/* One card side in a frame of its own.

   A frame is a document: the card's style can speak of html, body.nightMode, rem, vh and the width
   of the screen, as it does in Anki, and cannot touch the page. The sandbox lets the card's scripts
   run, as Anki does, but in an origin of their own: they reach neither the page nor its address.
   The policy in each frame lets nothing come from the network. */

const SCREENS = { phone: [360, 640], desktop: [600, 600] };
const POLICY = "default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline' data:; "
  + "img-src data:; font-src data:; media-src data:";
const GROWTHS = 4; // a card that is as high as its screen, and some more, would grow for ever
const heights = new Map();
const framed = new Map(); // from the window of a frame to its view
let media = {};
let mediaNames = null;

/* File names in src, href and url(): the files came with the deck, and lie in the page. */
function withMedia(html) {
  if (!mediaNames) return html;
  return html.replace(mediaNames, (whole, before, name) => before + media[decode(name)]);
}

function decode(name) {
  try {
    return decodeURIComponent(name.replaceAll("&amp;", "&"));
  } catch {
    return name;
  }
}

function useMedia(files) {
  media = files ?? {};
  const quoted = (name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const names = Object.keys(media)
    .flatMap((name) => [name, name.replaceAll("&", "&amp;"), encodeURI(name), encodeURIComponent(name)]);
  const any = [...new Set(names)].sort((a, b) => b.length - a.length).map(quoted).join("|");
  mediaNames = any
    ? new RegExp(`((?:src|href)\\s*=\\s*["']?|url\\(\\s*["']?)(${any})(?=["'\\s>)])`, "gi") : null;
}

/* The document of one side, as Anki's reviewer would put it on the screen. */
function documentOf(card, side, dress) {
  const attribute = JSON.stringify(dress).replaceAll('"', "&quot;");
  const night = dress.night ? " nightMode night_mode" : "";
  return `<!doctype html><html lang="en" class="chrome${dress.night ? " night-mode" : ""}" data-dress="${attribute}">`
    + `<head><meta charset="utf-8"><title>${card.key}, ${side}</title><meta http-equiv="Content-Security-Policy" content="${POLICY}">`
    + '<meta name="viewport" content="width=device-width, initial-scale=1">'
    + `<style>${byId("frame-style").textContent}</style>`
    + `<script>${byId("frame-script").textContent}<\/script></head>`
    + `<body class="card card${card.ord + 1}${night}"><div id="qa">${withMedia(htmlOf(card, side))}</div></body></html>`;
}

/* Exactly what Anki gives for the side: style, then HTML. */
function htmlOf(card, side) {
  return `<style>${deck.styles[card.kind]}</style>${card[side]}`;
}

const dressNow = () => ({ night: isNight(), phone: state.width === "phone" });
const heightKey = (view) => `${view.entry.card.key} ${view.side} ${state.width}`;

function makeView(entry, side) {
  const figure = document.createElement("figure");
  figure.className = "side";
  figure.dataset.side = side;
  figure.innerHTML = `<figcaption>${side === "front" ? "Front" : "Back"}</figcaption><div class="screen"></div>`;
  return { entry, side, figure, screen: figure.lastElementChild, frame: null, growths: 0 };
}

function showFrame(view) {
  fit(view);
  if (view.frame) return;
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.title = `${view.entry.card.key}, ${view.side}`;
  fill(view, frame);
  view.frame = frame;
  view.screen.replaceChildren(frame);
  framed.set(frame.contentWindow, view);
  fit(view);
}

function fill(view, frame) {
  frame.srcdoc = documentOf(view.entry.card, view.side, dressNow());
}

function dropFrame(view) {
  if (!view.frame) return;
  framed.delete(view.frame.contentWindow);
  view.frame.remove();
  view.frame = null;
}

/* A frame has the height of a screen, so that vh means what it means in Anki; we show of it as much
   as the card fills. A card that is longer gets a longer frame. */
function fit(view) {
  const [width, screen] = SCREENS[state.width];
  const height = heights.get(heightKey(view));
  view.screen.style.width = `${width}px`;
  view.screen.style.height = `${height ?? screen / 2}px`;
  if (view.frame) view.frame.style.height = `${Math.max(screen, height ?? 0)}px`;
}

function heard(event) {
  const view = framed.get(event.source);
  if (!view) return;
  const { height, key } = event.data ?? {};
  if (typeof key === "string") return pressed(key, view.entry);
  if (!Number.isFinite(height) || height <= 0 || height === heights.get(heightKey(view))) return;
  const [, screen] = SCREENS[state.width];
  if (height > Math.max(screen, heights.get(heightKey(view)) ?? 0) && view.growths++ > GROWTHS) return;
  heights.set(heightKey(view), Math.min(height, 20 * screen));
  fit(view);
}

function redress() {
  for (const view of framed.values()) {
    view.growths = 0;
    fit(view);
    view.frame.contentWindow.postMessage(dressNow(), "*");
  }
}

addEventListener("message", heard);
