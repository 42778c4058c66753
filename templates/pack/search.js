// Looks through what is on the page; nothing leaves it.
(function () {
  var box = document.getElementById("search"), field = box.querySelector("input"), said = box.querySelector("output");
  var rows = [].slice.call(document.querySelectorAll("section.clauses tbody tr, #items article"));
  var plain = function (text) { return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); };
  var texts;
  var look = function () {
    // "27001 A.8.13" is one clause.
    var asked = plain(field.value).replace(/(9001|20000-1|27001)(:\d{4})?[\s\/]+(?=a\.\d|\d)/g, "$1/");
    var words = asked.split(/\s+/).filter(Boolean), found = [0, 0];
    texts = texts || rows.map(function (row) {
      var part = row.closest("section.clauses"), number = row.querySelector("th b");
      var clause = part && number ? part.id.replace(/^s-|-\d{4}$/g, "") + "/" + number.textContent + " " : "";
      return plain(clause + row.textContent);
    });
    rows.forEach(function (row, at) {
      var fits = words.every(function (word) { return texts[at].indexOf(word) >= 0; });
      row.hidden = !fits;
      if (fits) found[row.tagName === "ARTICLE" ? 1 : 0]++;
    });
    document.querySelectorAll("section.clauses, #items").forEach(function (part) {
      part.hidden = words.length > 0 && !part.querySelector("tbody tr:not([hidden]), article:not([hidden])");
    });
    document.body.classList.toggle("searching", words.length > 0);
    said.textContent = words.length ? found[0] + (found[0] === 1 ? " clause, " : " clauses, ") + found[1] + (found[1] === 1 ? " document or record" : " documents and records") : "";
  };
  box.hidden = false;
  field.addEventListener("input", look);
  document.addEventListener("keydown", function (e) {
    if (e.key === "/" && document.activeElement !== field) { e.preventDefault(); field.focus(); }
    if (e.key === "Escape" && field.value) { field.value = ""; look(); }
  });
  // A link out of what was found leads to what may be hidden.
  window.addEventListener("hashchange", function () {
    var to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (to && field.value && (to.hidden || to.closest("[hidden]"))) { field.value = ""; look(); to.scrollIntoView(); }
  });
})();
