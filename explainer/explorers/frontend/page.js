// A page without a kernel: a stand-in model for each explorer, and the story read once for all.

/** What explorers need of a widget's model, and nothing more. */
function standIn(values) {
  const listeners = new Map();
  return {
    get: (name) => values[name],
    set(name, value) {
      values[name] = value;
      for (const listener of listeners.get(`change:${name}`) ?? []) listener();
    },
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off: (event, listener) => listeners.get(event)?.delete(listener),
    save_changes() {},
  };
}

/** Wake every explorer of the page. Pictures stand in the page already and are moved, not copied. */
function wake(explorers) {
  const shared = JSON.parse(document.getElementById("facts").textContent);
  for (const { name, data, view = {} } of shared.explorers) {
    const el = document.getElementById(`explorer-${name}`);
    for (const chart of Object.values(data.charts ?? {})) {
      for (const size of ["wide", "narrow"]) chart[size] = document.getElementById(`${chart.id}-${size}`);
    }
    const model = standIn({ ...shared.traits, data: { story: shared.story, ...data }, selection: nothing(), view });
    explorers[name].render({ model, el });
  }
  document.documentElement.dataset.ready = "true";
}
