/* The cards in groups, the filters over them, and the one card that the keys speak of.

   Each card has its heading in the page from the start, so that one can jump and search through
   5,000 notes; its frames come when it is near the screen and go when it is far. */

let deck = { cards: [] };
let entries = [];
let current = null;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const parser = document.createElement("template");
const many = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
/* A deck's tags begin with its id, which says nothing on its own page. */
const tagName = (tag) => tag.replace(`${deck.id}::`, "").replaceAll("::", " › ");
const kindName = (kind) => kind[0].toUpperCase() + kind.slice(1);

const near = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) {
    target.entry.near = isIntersecting;
    showViews(target.entry);
  }
}, { rootMargin: "800px 0px" });

function makeEntry(card) {
  const node = byId("card").content.firstElementChild.cloneNode(true);
  const entry = { card, node, near: false, turned: false, words: null };
  node.entry = entry;
  node.id = `card ${card.key}`.replaceAll(" ", "-");
  entry.views = ["front", "back"].map((side) => makeView(entry, side));
  node.querySelector(".sides").append(...entry.views.map((view) => view.figure));
  dressEntry(entry);
  return entry;
}

/* The parts of an entry that say what the card is. */
function dressEntry({ card, node }) {
  node.setAttribute("aria-label", `${card.note}, card ${card.card}${card.problems.length ? ", to mend" : ""}`);
  node.querySelector(".name").textContent = card.card;
  node.querySelector(".key").textContent = card.note;
  node.querySelector(".where").textContent = card.where.replace(/^.*[/\\]/, "");
  node.querySelector(".where").title = card.where;
  node.querySelector(".tags").replaceChildren(...card.tags.map((tag) => {
    const item = document.createElement("li");
    item.innerHTML = '<button type="button"></button>';
    item.firstChild.textContent = tagName(tag);
    item.firstChild.dataset.tag = tag;
    item.firstChild.title = `Only cards with the tag ${tag}`;
    return item;
  }));
  fillList(node.querySelector(".remarks"), card.problems);
}

function fillList(list, lines) {
  list.replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
  list.hidden = !lines.length;
}

/* Which sides of an entry are shown; frames only for those, and only near the screen. */
function showViews(entry) {
  const turned = { front: "back", back: "front", both: "both" }[state.sides];
  const shown = entry.turned ? turned : state.sides;
  for (const view of entry.views) {
    const wanted = shown === "both" || shown === view.side;
    view.figure.hidden = !wanted;
    if (wanted && entry.near && !entry.node.hidden) showFrame(view);
    else {
      dropFrame(view);
      fit(view);
    }
  }
  const button = entry.node.querySelector(".turn");
  button.hidden = state.sides === "both";
  button.setAttribute("aria-label", `Turn ${entry.card.key}; it shows the ${shown}`);
}

function turn(entry) {
  if (state.sides === "both") return say("Both sides are shown; press s to see one at a time");
  entry.turned = !entry.turned;
  showViews(entry);
  const side = entry.views.find((view) => !view.figure.hidden).side;
  say(`${entry.card.key}, ${side}: ${wordsOf(entry.card, side).slice(0, 300)}`);
}

/* Something for a screen reader, said once. */
function say(words) {
  byId("said").textContent = words;
}

function wordsOf(card, side) {
  parser.innerHTML = card[side];
  for (const element of parser.content.querySelectorAll("style, script")) element.remove();
  return parser.content.textContent.replace(/\s+/g, " ").trim();
}

/* Take a deck: entries whose card is still there stay, so that nothing jumps. */
function useDeck(data) {
  const before = new Map(entries.map((entry) => [entry.card.key, entry]));
  const styles = deck.styles ?? {};
  const sameMedia = JSON.stringify(media) === JSON.stringify(data.media ?? {});
  deck = { styles: {}, problems: [], ...data };
  useMedia(deck.media);
  entries = deck.cards.map((card) => {
    const entry = before.get(card.key);
    if (!entry) return makeEntry(card);
    before.delete(card.key);
    const old = entry.card;
    entry.card = card;
    entry.words = null;
    if (JSON.stringify(old) !== JSON.stringify(card)) dressEntry(entry);
    const sameStyle = sameMedia && styles[card.kind] === deck.styles[card.kind] && old.ord === card.ord;
    for (const view of entry.views) {
      if (sameStyle && old[view.side] === card[view.side]) continue;
      view.growths = 0;
      if (view.frame) fill(view, view.frame);
    }
    return entry;
  });
  for (const gone of before.values()) {
    gone.views.forEach(dropFrame);
    near.unobserve(gone.node);
    gone.node.remove();
    if (current === gone) current = null;
  }
  byId("deck").textContent = deck.deck;
  byId("deck").title = deck.about ?? "";
  fillList(byId("general").querySelector("ul"), deck.problems);
  byId("general").hidden = !deck.problems.length;
  group();
  fillChoices();
  filter();
  entries.forEach(showViews);
}

/* The groups, by kind of note in the order of the deck. */
function group() {
  const kinds = [...new Set(deck.cards.map((card) => card.kind))];
  const groups = kinds.map((kind) => {
    const section = document.getElementById(`group-${kind}`) ?? document.createElement("section");
    if (!section.id) {
      section.id = `group-${kind}`;
      section.className = "group";
      section.innerHTML = '<h2><span></span> <small></small></h2><div class="grid"></div>';
      section.querySelector("h2 span").textContent = kindName(kind);
      section.setAttribute("aria-label", kindName(kind));
    }
    place(section.querySelector(".grid"), entries.filter((entry) => entry.card.kind === kind));
    return section;
  });
  place(byId("groups"), groups.map((node) => ({ node })));
  for (const entry of entries) near.observe(entry.node);
}

/* Put nodes into their order and move none that is in it: a frame that moves loads anew. */
function place(parent, items) {
  const wanted = new Set(items.map((item) => item.node));
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const { node } of items) {
    if (node === next) next = next.nextElementSibling;
    else {
      node.entry?.views.forEach(dropFrame);
      parent.insertBefore(node, next);
    }
  }
}

function matches(entry, words) {
  const { card } = entry;
  if (state.problems && !card.problems.length) return false;
  if (state.type && ![card.kind, card.key.replace(/\/.*\//, "/")].includes(state.type)) return false;
  if (state.tag && !card.tags.some((tag) => tag === state.tag || tag.startsWith(`${state.tag}::`))) return false;
  if (!words.length) return true;
  entry.words ??= plain([card.key, card.card, wordsOf(card, "front"), wordsOf(card, "back")].join(" "));
  return words.every((word) => entry.words.includes(word));
}

function filter() {
  const words = plain(state.find).split(/\s+/).filter(Boolean);
  const notes = new Set();
  let cards = 0;
  for (const entry of entries) {
    const shown = matches(entry, words);
    if (shown) notes.add(entry.card.note);
    cards += shown;
    entry.node.hidden = !shown;
  }
  for (const section of document.querySelectorAll(".group")) {
    const shown = [...section.querySelectorAll(".entry:not([hidden])")];
    section.hidden = !shown.length;
    section.querySelector("small").textContent = many(shown.length, "card");
  }
  const all = cards === entries.length;
  const mend = entries.filter((entry) => entry.card.problems.length).length;
  byId("count").textContent = `${all ? "" : `${cards.toLocaleString("en")} of `}${many(entries.length, "card")}`
    + `, ${many(notes.size, "note")}${mend ? `, ${mend} to mend` : ""}`;
  byId("nothing").hidden = cards > 0 || !entries.length;
  if (current?.node.hidden) current = null;
}

/* The card that the keys speak of; it has the focus. */
function choose(entry, scroll = true) {
  if (!entry) return;
  current?.node.removeAttribute("aria-current");
  current = entry;
  entry.node.setAttribute("aria-current", "true");
  setState({ at: entry.card.key });
  entry.node.focus({ preventScroll: true });
  if (scroll) {
    entry.node.scrollIntoView({ block: "start" });
    lookAt();
  } else keepPlace();
}

/* The card that one looks at, where it stands on the screen, and how far one has scrolled: while
   cards find their heights, or all change them with the width, it stays there. */
let anchor = null;

/* It is the current card; if that is out of sight, the one at the middle of the screen. */
function lookAt() {
  const box = ({ node }) => node.getBoundingClientRect();
  const off = (entry, from, to) => Math.max(box(entry).top - to, from - box(entry).bottom, 0);
  const seen = entries.filter((entry) => entry.near && !entry.node.hidden && !off(entry, toolsHeight(), innerHeight));
  const fromMiddle = (entry) => off(entry, innerHeight / 2, innerHeight / 2);
  const entry = seen.includes(current) ? current : seen.sort((a, b) => fromMiddle(a) - fromMiddle(b))[0];
  anchor = entry && { node: entry.node, top: box(entry).top, y: scrollY };
}

/* Undo what has moved the card, except one's own scrolling. */
function keepPlace() {
  if (anchor?.node.isConnected && !anchor.node.hidden && scrollY > 0) {
    // Nobody scrolls up to the end of the page: the page has become shorter.
    const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
    const scrolled = atEnd ? Math.max(scrollY - anchor.y, 0) : scrollY - anchor.y;
    scrollBy({ top: anchor.node.getBoundingClientRect().top + scrolled - anchor.top, behavior: "instant" });
  }
  lookAt();
}

/* The next card that is shown, or with -1 the one before; from the top of the screen if none is chosen. */
function step(direction) {
  const order = [...document.querySelectorAll(".entry:not([hidden])")].map((node) => node.entry);
  if (!order.length) return;
  const at = current ? order.indexOf(current) + direction
    : order.findIndex((entry) => entry.node.getBoundingClientRect().bottom > toolsHeight());
  choose(order[Math.min(Math.max(at, 0), order.length - 1)]);
}

const toolsHeight = () => document.querySelector("body > header").getBoundingClientRect().bottom;

/* The choices of note type and card, and of tags, with how many cards each has. */
function fillChoices() {
  const types = new Map();
  const tags = new Map();
  for (const { card } of entries) {
    const cards = types.get(card.kind) ?? new Map();
    types.set(card.kind, cards.set(card.card, [card.key.replace(/\/.*\//, "/"), (cards.get(card.card)?.[1] ?? 0) + 1]));
    const branches = new Set(card.tags.flatMap((tag) => tag.split("::").map((_, i, parts) => parts.slice(0, i + 1).join("::"))));
    branches.delete(deck.id);
    for (const tag of branches) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  const type = byId("tools").elements.type;
  type.replaceChildren(new Option("All cards", ""), ...[...types].map(([kind, cards]) => {
    const box = document.createElement("optgroup");
    box.label = kindName(kind);
    const sum = [...cards.values()].reduce((total, [, count]) => total + count, 0);
    box.append(new Option(`${kindName(kind)}: all (${sum})`, kind));
    for (const [name, [value, count]] of cards) box.append(new Option(`${kindName(kind)}: ${name} (${count})`, value));
    return box;
  }));
  byId("tools").elements.tag.replaceChildren(
    new Option("Any tag", ""),
    ...[...tags].sort(([a], [b]) => a.localeCompare(b)).map(([tag, count]) => new Option(`${tagName(tag)} (${count})`, tag)),
  );
  showState();
}
