/* Single keys. They can be switched off, since speech input and assistive tools use such keys too. */

const help = byId("keys");

const actions = {
  "/": () => byId("tools").elements.find.select(),
  "?": () => help.showModal(),
  j: () => step(1),
  k: () => step(-1),
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  n: () => setState({ mode: isNight() ? "light" : "night" }),
  w: () => setState({ width: state.width === "phone" ? "desktop" : "phone" }),
  s: () => setState({ sides: { front: "back", back: "both", both: "front" }[state.sides] }),
  m: () => setState({ problems: state.problems ? "" : "yes" }),
  Escape: () => setState({ find: "", type: "", tag: "", problems: "" }),
};

/* A key that was pressed on the page, or in the frame of a card. Says whether it meant something. */
function pressed(key, entry) {
  if (state.keys === "off" || help.open) return false;
  if (key === " ") {
    const one = entry ?? current;
    if (!one) return false;
    if (one !== current) choose(one, false);
    turn(one);
    return true;
  }
  actions[key]?.();
  return key in actions;
}

addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
  if (target.matches("input[type=search], select")) {
    // The first Escape leaves the field, the next one shows all cards.
    if (key === "Escape" && target.value) setState({ [target.name]: "" });
    else if (key === "Escape") target.blur();
    return;
  }
  // Radio buttons have the arrows, and all that can be pressed has the space bar.
  if (target.matches("input[type=radio]") && key.startsWith("Arrow")) return;
  if (key === " " && target.matches("button, input, a, summary")) return;
  if (pressed(key)) event.preventDefault();
});

byId("help").addEventListener("click", () => help.showModal());
byId("single-keys").addEventListener("change", (event) => {
  setState({ keys: event.target.checked ? "" : "off" });
});
