// Says that the notebook is awake. Without a kernel its static twin stands here and says how to wake it.

function render({ model, el }) {
  const t = translator(model.get("words") || {});
  const words = t("ready", { title: model.get("data").title });
  el.replaceChildren(h("div", { class: "xp xp-ready", lang: t.language }, h("p", { role: "status" }, h("strong", {}, t("ready.word")), " ", words)));
  return () => {};
}
