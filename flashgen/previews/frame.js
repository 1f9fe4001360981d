/* Runs inside the frame of one card, beside the card's own scripts, and knows the page only by
   messages: it says how high the card is and which key was pressed, and is told the mode. */
(() => {
  const root = document.documentElement;
  const alone = parent === window; // while its picture is taken
  const say = (message) => alone || parent.postMessage(message, "*");

  /* As in Anki: classes on the root for the system, on the body for the mode. */
  function dress({ night, phone }) {
    const system = /windows/i.test(navigator.userAgent) ? ["win", "isWin"]
      : /mac/i.test(navigator.userAgent) ? ["mac", "isMac"] : ["linux", "isLin"];
    root.dataset.bsTheme = night ? "dark" : "light";
    root.classList.toggle("night-mode", night);
    root.classList.toggle("mobile", phone);
    root.classList.toggle("android", phone);
    root.classList.toggle(system[0], !phone);
    document.body.classList.toggle(system[1], !phone);
    document.body.classList.toggle("nightMode", night);
    document.body.classList.toggle("night_mode", night);
  }

  function measure() {
    const ends = [...document.body.querySelectorAll("*")]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 0)
      .map((box) => box.bottom + scrollY);
    say({ height: Math.ceil(Math.max(root.getBoundingClientRect().height, ...ends)) });
  }

  addEventListener("message", (event) => {
    if (event.source === parent && !alone) dress(event.data);
  });
  addEventListener("DOMContentLoaded", () => {
    dress(JSON.parse(root.dataset.dress));
    delete root.dataset.dress;
    const seen = new ResizeObserver(measure);
    seen.observe(root);
    seen.observe(document.getElementById("qa"));
  });
  addEventListener("load", measure);
  document.fonts.ready.then(measure);

  /* Keys that the card itself does not use are for the page. */
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    const typing = target.matches?.("input, textarea, select, [contenteditable]");
    const pressing = key === " " && target.matches?.("a, button, summary");
    if (ctrlKey || metaKey || altKey || typing || pressing || defaultPrevented) return;
    if (key === " ") event.preventDefault();
    say({ key });
  });

  /* A frame never goes elsewhere: a link within the card scrolls, any other does nothing here. */
  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    const href = link.getAttribute("href");
    if (href.length > 1 && href.startsWith("#")) document.getElementById(href.slice(1))?.scrollIntoView();
  });
})();
